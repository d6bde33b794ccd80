import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer, teacherOf } from './education-callers.js';
import { enrolledPupil, type Pupil } from './pupils.js';

let agency: TestAgency;
let pupil: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education');
  pupil = await enrolledPupil(agency);
  await agency.rows('delete from aid_award where student_id = ?', pupil.studentId);
  await award('a', 2026, 'BOARDING_SUBSIDY', 625, '2026-09-20');
  await award('b', 2026, 'NUTRITION_IMPROVEMENT', 500, '2026-09-20');
  await award('c', 2025, 'BOARDING_SUBSIDY', 625, '2025-09-20');
});
afterAll(() => agency.close());

async function award(
  key: string,
  year: number,
  programme: string,
  yuan: number,
  decidedOn: string,
): Promise<void> {
  await agency.rows(
    `insert into aid_award (student_id, source_key, programme, academic_year, term, amount_yuan, decided_on, school_code)
     values (?, ?, ?, ?::int, 'AUTUMN', ?::float8, ?::date, ?)`,
    pupil.studentId,
    `test-${key}`,
    programme,
    year,
    yuan,
    decidedOn,
    pupil.schoolCode,
  );
}

interface Award {
  programme: string;
  academicYear: number;
  term: string;
  amountYuan: number;
  decidedOn: string;
  paidOn: string | null;
  student: { id: string } | null;
  school: { code: string } | null;
}

describe('student aid of a child', () => {
  test('tells the awards of this academic year apart from all of them', async () => {
    const { data, errors } = await agency.askForStudents<{
      schooling: {
        aid: {
          register: { state: string };
          current: Award[];
          history: { nodes: Award[]; totalCount: number };
        };
      };
    }>(
      bureauOfficer,
      [pupil.studentId],
      `schooling { aid { register { state } current { programme amountYuan paidOn }
        history(first: 2) { nodes { programme academicYear term decidedOn } totalCount } } }`,
    );
    expect(errors).toEqual([]);
    const aid = data._entities[0]?.schooling.aid;
    expect(aid?.register.state).toBe('FOUND');
    expect(aid?.current).toEqual([
      { programme: 'NUTRITION_IMPROVEMENT', amountYuan: 500, paidOn: null },
      { programme: 'BOARDING_SUBSIDY', amountYuan: 625, paidOn: null },
    ]);
    expect(aid?.history).toMatchObject({
      totalCount: 3,
      nodes: [{ academicYear: 2026 }, { term: 'AUTUMN' }],
    });
  });
});

describe('the list of awards', () => {
  const AWARDS = `query ($filter: AidAwardFilter, $first: Int! = 100, $after: String) {
    aidAwards(filter: $filter, first: $first, after: $after) {
      nodes { programme academicYear decidedOn student { id } school { code } } pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Page {
    nodes: Award[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }

  async function awards(variables: Record<string, unknown>, caller = bureauOfficer): Promise<Page> {
    const { data, errors } = await agency.ask<{ aidAwards: Page }>(caller, AWARDS, variables);
    expect(errors).toEqual([]);
    return data.aidAwards;
  }

  test('is narrowed by school, academic year and programme', async () => {
    const filter = { school: pupil.schoolCode, academicYear: 2026, programme: 'BOARDING_SUBSIDY' };
    const { nodes } = await awards({ filter });
    expect(nodes.some(({ student }) => student?.id === pupil.studentId)).toBe(true);
    for (const { school, academicYear, programme } of nodes) {
      expect({ school: school?.code, academicYear, programme }).toEqual(filter);
    }
  });

  test('pages by the day of decision, newest first, without losing or repeating one', async () => {
    const whole = (await awards({ filter: { school: pupil.schoolCode } })).nodes;
    const paged: Award[] = [];
    let after: string | null = null;
    do {
      const page: Page = await awards({ filter: { school: pupil.schoolCode }, first: 2, after });
      paged.push(...page.nodes);
      after = page.pageInfo.hasNextPage && paged.length < whole.length ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged.slice(0, whole.length)).toEqual(whole);
    const dates = whole.map(({ decidedOn }) => decidedOn);
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('shows a teacher the awards of the own class alone', async () => {
    const { nodes } = await awards({}, teacherOf(pupil.classCode));
    const ofClass = await agency.rows<{ student_id: string }>(
      'select distinct student_id from student_scope where kind = ? and code = ?',
      'CLASS',
      pupil.classCode,
    );
    expect(nodes.length).toBeGreaterThan(0);
    const children = new Set(ofClass.map(({ student_id: id }) => id));
    expect(nodes.every(({ student }) => student !== null && children.has(student.id))).toBe(true);
  });
});
