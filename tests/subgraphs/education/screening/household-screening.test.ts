import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, inRole, withoutScope, type TestCaller } from '../../../support/callers.js';
import { bureauOfficer, clerkOf, officerOf } from '../education-callers.js';
import { enrolledPupil, type Pupil } from '../pupils.js';

let agency: TestAgency;
let village: string;
beforeAll(async () => {
  agency = await startTestAgency('education');
  const [row] = await agency.rows<{ code: string }>(
    "select division_code as code from screening_assignment where campaign_code like 'SCHOOL_%' order by 1 limit 1",
  );
  village = row?.code ?? '';
});
afterAll(() => agency.close());

let keys = 0;
const key = () => `screening-test-${(keys += 1)}`;

async function command<Payload>(name: string, input: object, selection: string, caller = bureauOfficer) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, Payload>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code field message } } }`,
    { input: { idempotencyKey: key(), ...input } },
  );
  return { payload: data?.[name] as Payload, errors };
}

interface Campaign {
  campaign: { code: string } | null;
  assignmentCount: number;
  errors: { code: string; field: string }[];
}
const open = (input: object, caller?: TestCaller) =>
  command<Campaign>('openScreeningCampaign', input, 'campaign { code academicYear } assignmentCount', caller);

/** Opened in the spring, so that the generated census of the autumn stays as it is. */
const NEXT_YEAR = { opensOn: '2026-11-10', dueOn: '2026-12-31' };

describe('opening a campaign', () => {
  test('assigns every village of the area, once', async () => {
    const township = village.slice(0, 9);
    const { payload } = await open({ kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: township, ...NEXT_YEAR });
    const villages = await agency.rows(
      "select code from division where level = 'VILLAGE' and starts_with(code, ?) order by 1",
      township,
    );
    expect(payload).toEqual({
      campaign: { code: `SCHOOL_HOUSEHOLD_CENSUS-2026-${township}000`, academicYear: 2026 },
      assignmentCount: villages.length,
      errors: [],
    });
    expect(villages.length).toBeGreaterThan(1);
    const again = await open({ kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: township, ...NEXT_YEAR });
    expect(again.payload.errors).toEqual([expect.objectContaining({ code: 'ALREADY_OPEN', field: 'kind' })]);
  });

  test.each<[string, object, TestCaller, string]>([
    ['an area of others', { divisionCode: '652301' }, bureauOfficer, 'AREA_NOT_FOUND'],
    ['more than the own area', { divisionCode: '520625' }, officerOf('520625101'), 'AREA_NOT_FOUND'],
    ['an area without villages', { divisionCode: '520625999' }, bureauOfficer, 'AREA_NOT_FOUND'],
    ['an end before the beginning', { dueOn: '2026-11-09' }, bureauOfficer, 'DATES_INVALID'],
    ['an end in the past', { opensOn: '2026-10-01', dueOn: '2026-10-02' }, bureauOfficer, 'DATES_INVALID'],
  ])('%s is refused', async (_what, part, caller, code) => {
    const { payload } = await open(
      { kind: 'HOUSEHOLD_EDUCATION_REGISTER', divisionCode: '520625', ...NEXT_YEAR, ...part },
      caller,
    );
    expect(payload).toMatchObject({ campaign: null, errors: [{ code }] });
  });

  test('needs the right to manage campaigns', async () => {
    const caller = withoutScope(bureauOfficer, 'education.screening.manage');
    const { errors } = await open(
      { kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: '520625', ...NEXT_YEAR },
      caller,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

const census = () => `SCHOOL_HOUSEHOLD_CENSUS-2026-520625000000-${village}`;
const CHECKED = { checkedBy: '王普查', checkedOn: '2026-11-12' };
const householder = {
  relation: 'HOUSEHOLDER',
  name: '田大禾',
  sex: 'MALE',
  birthDate: '1985-01-02',
  attainedLevel: 'PRIMARY',
  residentIdNumber: '990000198501020011',
  ...CHECKED,
};
const child = (part: object = {}) => ({
  relation: 'SON',
  name: '田小禾',
  sex: 'MALE',
  birthDate: '2015-05-05',
  attainedLevel: 'NONE',
  schooling: 'NEVER_ENROLLED',
  ...CHECKED,
  ...part,
});
const visit = (part: object = {}) => ({
  assignmentCode: census(),
  householdNumber: `test-${(keys += 1)}`,
  householderName: '田大禾',
  visitedOn: '2026-11-12',
  visitorPost: 'VILLAGE_CADRE',
  result: 'VISITED',
  members: [householder, child()],
  ...part,
});
interface Recorded {
  householdId: string | null;
  version: string | null;
  errors: { code: string; field: string; message: string }[];
}
const record = (input: object, caller?: TestCaller) =>
  command<Recorded>('recordHouseholdScreening', input, 'householdId version', caller);

interface Member {
  name: string;
  maskedResidentIdNumber: string | null;
  schooling: string | null;
  student: { id: string } | null;
}
interface Household {
  householdId: string;
  version: string;
  result: string;
  members: Member[];
}
async function households(caller: TestCaller = bureauOfficer): Promise<Household[]> {
  const { data } = await agency.ask<{ screeningAssignment: { households: { nodes: Household[] } } | null }>(
    caller,
    `query ($code: ID!) { screeningAssignment(code: $code) { households(first: 100) { nodes {
       householdId version result members { name maskedResidentIdNumber schooling attainedLevel } } } } }`,
    { code: census() },
  );
  return data.screeningAssignment?.households.nodes ?? [];
}
const storedIds = async (householdId: string) =>
  (
    await agency.rows<{ id: string | null }>(
      'select student_id as id from household_member_screening where household_id = ? order by position',
      householdId,
    )
  ).map(({ id }) => id);

describe('writing down a visit', () => {
  test('a child whom no register knows gets a provisional id; an adult none, and no number is kept of it', async () => {
    const { payload } = await record(visit());
    expect(payload.errors).toEqual([]);
    const ids = await storedIds(payload.householdId ?? '');
    expect(ids).toEqual([null, expect.stringMatching(/^[a-z2-7]{26}$/)]);
    const [kept] = await agency.rows<{ text: string }>(
      `select string_agg(member::text, ' ') as text from household_member_screening member where household_id = ?`,
      payload.householdId,
    );
    expect(kept?.text).not.toContain('990000198501020011');
    const sealed = await agency.rows(
      'select 1 from household_member_screening where household_id = ? and resident_id_number_sealed is not null',
      payload.householdId,
    );
    expect(sealed).toEqual([]);
    const found = (await households()).find(({ householdId }) => householdId === payload.householdId);
    expect(found).toMatchObject({
      version: payload.version,
      members: [
        { name: '田大禾', attainedLevel: 'PRIMARY' },
        { name: '田小禾', schooling: 'NEVER_ENROLLED' },
      ],
    });
  });

  test('whoever writes down a child does not come to reach it', async () => {
    const { payload } = await record(visit());
    const [, id] = await storedIds(payload.householdId ?? '');
    expect(await agency.rows('select 1 from student_scope where student_id = ?', id)).toEqual([]);
    const { errors } = await agency.askForStudents(bureauOfficer, [id ?? ''], 'id schooling { __typename }');
    expect(errors.map(({ extensions }) => extensions.code)).toContain('NOT_FOUND');
  });

  test('a number gives the id that every agency gives it, and is stored sealed', async () => {
    const number = '990625201505050015';
    const { payload } = await record(visit({ members: [householder, child({ residentIdNumber: number })] }));
    const [row] = await agency.rows<{ row: string; masked: string | null }>(
      `select member::text as row, masked_resident_id_number as masked from household_member_screening member
       where household_id = ? and student_id is not null`,
      payload.householdId,
    );
    expect(row?.row).not.toContain(number);
    expect(row?.masked).toMatch(/^99/);
  });

  test('a known child is named by its id', async () => {
    const pupil = await enrolledPupil(agency);
    const { payload } = await record(
      visit({ members: [householder, child({ studentId: pupil.studentId })] }),
    );
    expect(await storedIds(payload.householdId ?? '')).toEqual([null, pupil.studentId]);
  });

  test('asked again with the same key it writes nothing more; with another return it is a conflict', async () => {
    const input = { idempotencyKey: key(), ...visit() };
    const first = await record(input);
    const again = await record(input);
    expect(again.payload).toEqual(first.payload);
    const { errors } = await record({ ...input, visitedOn: '2026-11-13' });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  });

  test('a correction names the version that it replaces, and nobody overwrites what he has not read', async () => {
    const input = visit();
    const { payload: first } = await record(input);
    expect((await record(input)).payload.errors).toMatchObject([{ code: 'ALREADY_RECORDED' }]);
    const corrected = {
      ...input,
      version: first.version,
      members: [householder, child({ schooling: 'DROPPED_OUT' })],
    };
    const { payload: second } = await record(corrected);
    expect(second.errors).toEqual([]);
    expect(second.version).not.toBe(first.version);
    expect((await record(corrected)).payload.errors).toMatchObject([
      { code: 'CHANGED_MEANWHILE', field: 'version' },
    ]);
    expect((await record(visit({ version: first.version }))).payload.errors).toMatchObject([
      { code: 'CHANGED_MEANWHILE' },
    ]);
    const found = (await households()).filter(({ householdId }) => householdId === first.householdId);
    expect(found).toHaveLength(1);
    expect(found[0]?.members.map(({ schooling }) => schooling)).toEqual([null, 'DROPPED_OUT']);
  });

  test.each<[string, object, string, string]>([
    ['an assignment that is not there', { assignmentCode: 'nothing' }, 'NOT_FOUND', 'assignmentCode'],
    ['a visit tomorrow', { visitedOn: '2099-01-01' }, 'DAY_INVALID', 'visitedOn'],
    ['nobody in a visited household', { members: [] }, 'MEMBERS_MISSING', 'members'],
    [
      'a school of nowhere',
      { members: [householder, child({ schooling: 'STUDIES_IN_COUNTY', schoolCode: '2199999999' })] },
      'SCHOOL_UNKNOWN',
      'members.1.schoolCode',
    ],
    [
      'a child of nobody',
      { members: [child({ studentId: 'a'.repeat(26) })] },
      'CHILD_NOT_FOUND',
      'members.0.studentId',
    ],
  ])('%s is refused in words of a clerk', async (_what, part, code, field) => {
    const before = await households();
    const { payload } = await record(visit(part));
    expect(payload).toMatchObject({ householdId: null, version: null, errors: [{ code, field }] });
    expect(payload.errors[0]?.message).toMatch(/\(.*[\u4e00-\u9fff].*\)$/);
    expect(await households()).toEqual(before);
  });

  test('in another area there is no such assignment, and nothing of it is seen', async () => {
    const others = elsewhere(bureauOfficer);
    expect((await record(visit(), others)).payload.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await households(others)).toEqual([]);
    expect((await record(visit(), inRole(officerOf(village), 'village-cadre'))).payload.errors).toEqual([]);
  });

  test('tells the change feed whom it concerns, and the register is as of the latest visit', async () => {
    const stand = async () =>
      (
        await agency.rows<{ version: number }>("select version from register where code = 'FIELD_SCREENING'")
      )[0];
    const before = await stand();
    const { payload } = await record(visit());
    const [, id] = await storedIds(payload.householdId ?? '');
    expect((await stand())?.version).toBe((before?.version ?? 0) + 1);
    expect(
      await agency.rows("select kind from change where student_id = ? and register = 'FIELD_SCREENING'", id),
    ).toEqual([{ kind: 'ADDED' }]);
  });
});

describe('a return', () => {
  const assignment = async (caller: TestCaller = bureauOfficer, code = census()) =>
    (
      await agency.ask<{
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
    const before = await assignment();
    expect(before?.completeness).toMatchObject({ householdCount: null, householdShare: null });
    expect(before?.completeness['members']).toBeGreaterThan(0);
    const kinds = (of: typeof before) => of?.problems.nodes.map(({ kind }) => kind);
    expect(kinds(before)).toContain('HOUSEHOLD_COUNT_UNKNOWN');
    const { payload } = await command<{ assignment: object | null; errors: object[] }>(
      'assignScreening',
      { assignmentCode: census(), version: before?.version, assigneeName: '王普查', householdCount: 400 },
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
    const stale = await command<{ errors: object[] }>(
      'assignScreening',
      { assignmentCode: census(), version: before?.version },
      'assignment { code }',
    );
    expect(stale.payload.errors).toMatchObject([{ code: 'CHANGED_MEANWHILE' }]);
  });

  test('不重、不漏、不错: a child twice, one that nobody saw, one whose school is another', async () => {
    const [pupil] = await agency.rows<Pupil>(
      `select student_id as "studentId", name, school_code as "schoolCode", class_code as "classCode", grade
       from student_status where status = 'ENROLLED' and residence_division_code = ?
         and grade between 2 and 8 order by id limit 1`,
      village,
    );
    if (!pupil) throw new Error('The village has no pupil.');
    await agency.rows('delete from household_member_screening where student_id = ?', pupil.studentId);
    const about = async () =>
      ((await assignment())?.problems.nodes ?? [])
        .filter(({ student }) => student?.id === pupil.studentId)
        .map(({ kind }) => kind)
        .toSorted();
    expect(await about()).toEqual(['LISTED_CHILD_NOT_SEEN']);
    const [other] = await agency.rows<{ code: string }>(
      'select code from school where code <> ? order by 1 limit 1',
      pupil.schoolCode,
    );
    const seen = child({
      studentId: pupil.studentId,
      schooling: 'STUDIES_IN_COUNTY',
      schoolCode: other?.code,
      attainedLevel: 'PRIMARY',
    });
    await record(visit({ members: [householder, seen] }));
    expect(await about()).toEqual(expect.arrayContaining(['NUMBER_INVALID', 'SCHOOL_CONTRADICTS_STATUS']));
    expect(await about()).not.toContain('LISTED_CHILD_NOT_SEEN');
    await record(visit({ members: [householder, seen] }));
    expect((await about()).filter((kind) => kind === 'CHILD_IN_TWO_HOUSEHOLDS')).toHaveLength(2);
    const alias = 'b'.repeat(26);
    await agency.rows(
      `insert into student_scope (student_id, kind, code, origin, canonical_id)
       select ?, kind, code, origin, canonical_id from student_scope where student_id = ?`,
      alias,
      pupil.studentId,
    );
    await agency.rows(
      `update household_member_screening set student_id = ? where id =
         (select max(id) from household_member_screening where student_id = ?)`,
      alias,
      pupil.studentId,
    );
    expect((await about()).filter((kind) => kind === 'CHILD_IN_TWO_HOUSEHOLDS')).toHaveLength(2);
  });

  test('without the student status nobody studies without one', async () => {
    const kinds = async () => (await assignment())?.problems.nodes.map(({ kind }) => kind);
    await agency.rows('update household_member_screening set schooling = ?', 'STUDIES_IN_COUNTY');
    await agency.rows('delete from student_status where id % 2 = 0');
    expect(await kinds()).toContain('STUDIES_WITHOUT_STATUS');
    await agency.rows("delete from register where code = 'STUDENT_STATUS'");
    expect(await kinds()).not.toContain('STUDIES_WITHOUT_STATUS');
  });

  test('a school sees the catchment areas that it visits, and no village that visits itself', async () => {
    const [own] = await agency.rows<{ code: string; schoolCode: string }>(
      'select code, school_code as "schoolCode" from screening_assignment where school_code is not null order by 1 limit 1',
    );
    const clerk = clerkOf(own?.schoolCode ?? '');
    expect(await assignment(clerk, own?.code)).toMatchObject({ state: 'NOT_BEGUN' });
    expect(await assignment(clerk)).toBeNull();
    const { data } = await agency.ask<{ screeningCampaigns: { nodes: { kind: string }[] } }>(
      clerk,
      '{ screeningCampaigns { nodes { kind assignments { nodes { answeredBy school { code } } } } } }',
    );
    expect(data.screeningCampaigns.nodes.map(({ kind }) => kind)).toEqual(['HOUSEHOLD_EDUCATION_REGISTER']);
  });
});

test('the page of a child shows what visits found of it, and silence of a census is never "none"', async () => {
  const [seen] = await agency.rows<{ id: string }>(
    `select student_id as id from household_member_screening where checked_on is not null and student_id in
       (select student_id from student_scope where kind = 'RESIDENCE' and code like '520625%') order by id limit 1`,
  );
  const [unseen] = await agency.rows<{ id: string }>(
    `select student_id as id from student_status where student_id not in
       (select student_id from household_member_screening where student_id is not null)
       and student_id in (select student_id from student_scope where canonical_id = student_id
         and kind = 'RESIDENCE' and code like '520625%') order by id limit 1`,
  );
  const { data, errors } = await agency.askForStudents<{
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
