import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupil, someChildIn } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

interface SpecialEducation {
  register: { state: string };
  placement: { mode: string; policyClause: string | null; school: { code: string } } | null;
  placements: { mode: string }[];
  lastVisitedOn: string | null;
  homeTeachingVisits: { nodes: { visitedOn: string; hours: number; content: string }[]; totalCount: number };
}

async function specialEducationOf(studentId: string): Promise<SpecialEducation> {
  const { data, errors } = await agency.askForStudents<{ schooling: { specialEducation: SpecialEducation } }>(
    bureauOfficer,
    [studentId],
    `schooling { specialEducation {
      register { state } placement { mode policyClause school { code } } placements { mode } lastVisitedOn
      homeTeachingVisits(first: 100) { nodes { visitedOn hours content } totalCount }
    } }`,
  );
  expect(errors).toEqual([]);
  const answer = data._entities[0]?.schooling.specialEducation;
  if (!answer) throw new Error('The child was not answered.');
  return answer;
}

describe('special education', () => {
  test('of a child taught at home has the placement and the visits, newest first', async () => {
    const studentId = await someChildIn(agency, 'home_teaching_visit');
    const { register, placement, lastVisitedOn, homeTeachingVisits } = await specialEducationOf(studentId);
    expect(register.state).toBe('FOUND');
    expect(placement?.mode).toBe('HOME_TEACHING');
    expect(placement?.policyClause).toMatch(/^印府办发〔2020〕19号 /);
    const dates = homeTeachingVisits.nodes.map(({ visitedOn }) => visitedOn);
    expect(dates).toHaveLength(homeTeachingVisits.totalCount);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(lastVisitedOn).toBe(dates[0]);
    expect(homeTeachingVisits.nodes.every(({ hours }) => hours > 0)).toBe(true);
  });

  test('is found by a visit alone, when the placement is missing', async () => {
    const studentId = await someChildIn(agency, 'home_teaching_visit');
    await agency.rows('delete from education_placement where student_id = ?', studentId);
    expect(await specialEducationOf(studentId)).toMatchObject({
      register: { state: 'FOUND' },
      placement: null,
    });
  });

  test('of a child without a placement is NO_RECORD', async () => {
    const { studentId } = await enrolledPupil(agency);
    await agency.rows('delete from education_placement where student_id = ?', studentId);
    expect(await specialEducationOf(studentId)).toMatchObject({
      register: { state: 'NO_RECORD' },
      placement: null,
      placements: [],
      lastVisitedOn: null,
    });
  });
});

describe('the list of home-teaching visits', () => {
  const VISITS = `query ($filter: HomeTeachingVisitFilter, $first: Int! = 100, $after: String) {
    homeTeachingVisits(filter: $filter, first: $first, after: $after) {
      nodes { visitedOn student { id } school { code } } pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Page {
    nodes: { visitedOn: string; student: { id: string }; school: { code: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }

  async function visits(variables: Record<string, unknown> = {}): Promise<Page> {
    const { data, errors } = await agency.ask<{ homeTeachingVisits: Page }>(bureauOfficer, VISITS, variables);
    expect(errors).toEqual([]);
    return data.homeTeachingVisits;
  }

  test('pages newest first and is narrowed by school and days', async () => {
    const whole = (await visits()).nodes;
    const [first] = whole;
    if (!first) throw new Error('The county has no home teaching.');
    const second = (await visits({ first: 1, after: (await visits({ first: 1 })).pageInfo.endCursor })).nodes;
    expect(second).toEqual(whole.slice(1, 2));
    const filter = { school: first.school.code, from: first.visitedOn, to: first.visitedOn };
    const narrowed = (await visits({ filter })).nodes;
    expect(narrowed).toEqual(
      whole.filter(
        ({ visitedOn, school }) => visitedOn === first.visitedOn && school.code === first.school.code,
      ),
    );
  });

  test('refuses days in the wrong order', async () => {
    const { errors } = await agency.ask(bureauOfficer, VISITS, {
      filter: { from: '2026-11-02', to: '2026-11-01' },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
