import type { TestCaller } from '../../../support/callers.js';
import { bureauOfficer, clerkOf } from '../education-callers.js';
import type { Pupil } from '../pupils.js';
import { child, householder, startScreening, type Screening } from './screening-harness.js';
import { addOtherId } from '../other-id.js';

let screening: Screening;
beforeAll(async () => {
  screening = await startScreening();
});
afterAll(() => screening?.close());

describe('a return', () => {
  const assignment = async (caller: TestCaller = bureauOfficer, code = screening.census) =>
    (
      await screening.agency.ask<{
        screeningAssignment: {
          version: string;
          state: string;
          completeness: Record<string, number | null>;
          problems: {
            totalCount: number;
            nodes: { kind: string; check: string; student: { id: string } | null }[];
          };
        } | null;
      }>(
        caller,
        `query ($code: ID!) { screeningAssignment(code: $code) { version state
           completeness { householdCount settled visited members checked householdShare memberShare }
           problems(first: 100) { totalCount nodes { kind check student { id } } } } }`,
        { code },
      )
    ).data.screeningAssignment;

  test('counts what came in; how many households there are is unknown until somebody says it', async () => {
    await screening.record(screening.visit());
    const before = await assignment();
    expect(before?.completeness).toMatchObject({ householdCount: null, householdShare: null });
    expect(before?.completeness['members']).toBeGreaterThan(0);
    const kinds = (of: typeof before) => of?.problems.nodes.map(({ kind }) => kind);
    expect(kinds(before)).toContain('HOUSEHOLD_COUNT_UNKNOWN');
    const { payload } = await screening.command<{ assignment: object | null; errors: object[] }>(
      'assignScreening',
      {
        assignmentCode: screening.census,
        version: before?.version,
        assigneeName: '王普查',
        householdCount: 400,
      },
      'assignment { assigneeName completeness { householdCount } }',
    );
    expect(payload).toEqual({
      assignment: { assigneeName: '王普查', completeness: { householdCount: 400 } },
      errors: [],
    });
    const after = await assignment();
    expect(after?.completeness['householdShare']).toBeCloseTo((after?.completeness['settled'] ?? 0) / 400);
    expect(after?.completeness['memberShare']).toBeCloseTo(
      (after?.completeness['checked'] ?? 0) / (after?.completeness['members'] ?? 1),
    );
    expect(after?.problems.nodes).toContainEqual(expect.objectContaining({ kind: 'HOUSEHOLDS_NOT_VISITED' }));
    expect(kinds(after)).not.toContain('HOUSEHOLD_COUNT_UNKNOWN');
    const stale = await screening.command<{ errors: object[] }>(
      'assignScreening',
      { assignmentCode: screening.census, version: before?.version },
      'assignment { code }',
    );
    expect(stale.payload.errors).toMatchObject([{ code: 'CHANGED_MEANWHILE' }]);
  });

  test('不重、不漏、不错: a child twice, one that nobody saw, one whose school is another', async () => {
    const [pupil] = await screening.agency.rows<Pupil>(
      `select student_id as "studentId", name, school_code as "schoolCode", class_code as "classCode", grade
       from student_status where status = 'ENROLLED' and residence_division_code = ?
         and grade between 2 and 8 order by id limit 1`,
      screening.village,
    );
    if (!pupil) throw new Error('The village has no pupil.');
    await screening.agency.rows(
      'delete from household_member_screening where student_id = ?',
      pupil.studentId,
    );
    const about = async () =>
      ((await assignment())?.problems.nodes ?? [])
        .filter(({ student }) => student?.id === pupil.studentId)
        .map(({ kind }) => kind)
        .toSorted();
    expect(await about()).toEqual(['LISTED_CHILD_NOT_SEEN']);
    const [other] = await screening.agency.rows<{ code: string }>(
      'select code from school where code <> ? order by 1 limit 1',
      pupil.schoolCode,
    );
    const seen = child({
      studentId: pupil.studentId,
      schooling: 'STUDIES_IN_COUNTY',
      schoolCode: other?.code,
      attainedLevel: 'PRIMARY',
    });
    await screening.record(screening.visit({ members: [householder, seen] }));
    expect(await about()).toEqual(expect.arrayContaining(['NUMBER_INVALID', 'SCHOOL_CONTRADICTS_STATUS']));
    expect(await about()).not.toContain('LISTED_CHILD_NOT_SEEN');
    await screening.record(screening.visit({ members: [householder, seen] }));
    expect((await about()).filter((kind) => kind === 'CHILD_IN_TWO_HOUSEHOLDS')).toHaveLength(2);
    const alias = 'b'.repeat(26);
    await addOtherId(screening.agency, pupil.studentId, alias);
    await screening.agency.rows(
      `update household_member_screening set student_id = ? where id =
         (select max(id) from household_member_screening where student_id = ?)`,
      alias,
      pupil.studentId,
    );
    expect((await about()).filter((kind) => kind === 'CHILD_IN_TWO_HOUSEHOLDS')).toHaveLength(2);
  });

  test('without the student status nobody studies without one', async () => {
    const kinds = async () => (await assignment())?.problems.nodes.map(({ kind }) => kind);
    await screening.agency.rows('update household_member_screening set schooling = ?', 'STUDIES_IN_COUNTY');
    await screening.agency.rows('delete from student_status where id % 2 = 0');
    expect(await kinds()).toContain('STUDIES_WITHOUT_STATUS');
    await screening.agency.rows("delete from register where code = 'STUDENT_STATUS'");
    expect(await kinds()).not.toContain('STUDIES_WITHOUT_STATUS');
  });

  test('a school sees the catchment areas that it visits, and no village that visits itself', async () => {
    const [own] = await screening.agency.rows<{ code: string; schoolCode: string }>(
      'select code, school_code as "schoolCode" from screening_assignment where school_code is not null order by 1 limit 1',
    );
    const clerk = clerkOf(own?.schoolCode ?? '');
    expect(await assignment(clerk, own?.code)).toMatchObject({ state: 'NOT_BEGUN' });
    expect(await assignment(clerk)).toBeNull();
    const { data } = await screening.agency.ask<{ screeningCampaigns: { nodes: { kind: string }[] } }>(
      clerk,
      '{ screeningCampaigns { nodes { kind assignments { nodes { answeredBy school { code } } } } } }',
    );
    expect(data.screeningCampaigns.nodes.map(({ kind }) => kind)).toEqual(['HOUSEHOLD_EDUCATION_REGISTER']);
  });
});

test('the page of a child shows what visits found of it, and silence of a census is never "none"', async () => {
  const [seen] = await screening.agency.rows<{ id: string }>(
    `select student_id as id from household_member_screening where checked_on is not null and student_id in
       (select student_id from student_scope where kind = 'RESIDENCE' and code like '520625%') order by id limit 1`,
  );
  const [unseen] = await screening.agency.rows<{ id: string }>(
    `select student_id as id from student_status where student_id not in
       (select student_id from household_member_screening where student_id is not null)
       and student_id in (select student_id from student_scope where canonical_id = student_id
         and kind = 'RESIDENCE' and code like '520625%') order by id limit 1`,
  );
  const { data, errors } = await screening.agency.askForStudents<{
    schooling: { fieldScreening: { register: { state: string }; latest: object | null } };
  }>(
    bureauOfficer,
    [seen?.id ?? '', unseen?.id ?? ''],
    'schooling { fieldScreening { register { state } latest { schooling checkedOn } } }',
  );
  expect(errors).toEqual([]);
  const [first, second] = data._entities.map((entity) => entity?.schooling.fieldScreening);
  expect(first).toMatchObject({
    register: { state: 'FOUND' },
    latest: { checkedOn: expect.any(String) as string },
  });
  expect(second).toEqual({ register: { state: 'OUT_OF_COVERAGE' }, latest: null });
});
