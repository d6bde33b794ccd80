import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, withoutScope, type TestCaller } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { EDUCATION_SCOPES } from '../../../subgraphs/education/scopes.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupils, missesSchoolOn, type Pupil } from './pupils.js';

let agency: TestAgency;
/** Two pupils of one school and of two classes, and one of another school; all three stay away. */
let pupil: Pupil;
let schoolmate: Pupil;
let stranger: Pupil;
const AWAY = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];

beforeAll(async () => {
  agency = await startTestAgency('education');
  const pupils = await enrolledPupils(agency, 200);
  const [first, ...others] = pupils;
  const second = others.find(
    (one) => one.schoolCode === first?.schoolCode && one.classCode !== first.classCode,
  );
  const third = others.find((one) => one.schoolCode !== first?.schoolCode);
  if (!first || !second || !third) throw new Error('The county has no such pupils.');
  [pupil, schoolmate, stranger] = [first, second, third];
  await agency.rows('delete from status_mark');
  await agency.rows('delete from dropout_report');
  for (const child of [pupil, schoolmate, stranger]) {
    await agency.rows('delete from guardian_contact where student_id = ?', child.studentId);
    await missesSchoolOn(agency, child, ...AWAY);
  }
});
afterAll(() => agency.close());

interface Group {
  kind: string;
  open: number | null;
  overdue: number | null;
  unknown: string | null;
  list: string;
  items:
    { subject: string; dueOn: string | null; isOverdue: boolean; student: { id: string } | null }[] | null;
}
const WORK = `query ($items: Int! = 50) { workAtEducation(items: $items) { on groups { kind open overdue unknown list
  items { subject dueOn isOverdue student { id } } } } }`;

async function work(caller: TestCaller, items?: number): Promise<Map<string, Group>> {
  const { data, errors } = await agency.ask<{ workAtEducation: { on: string; groups: Group[] } }>(
    caller,
    WORK,
    { items },
  );
  expect(errors).toEqual([]);
  expect(data.workAtEducation.on).toBe('2026-11-20');
  return new Map(data.workAtEducation.groups.map((group) => [group.kind, group]));
}
const kindsOf = (groups: Map<string, Group>) => [...groups.keys()].toSorted();
const subjectsOf = (group: Group | undefined) => group?.items?.map(({ subject }) => subject);
const childrenOf = (group: Group | undefined) => new Set(group?.items?.map(({ student }) => student?.id));

/** A persona at another place. */
const at = (slug: string, kind: 'DIVISION' | 'SCHOOL' | 'CLASS', code: string): TestCaller => ({
  ...callerAs(slug),
  jurisdiction: [{ kind, code }],
});
const teacher = () => at('class-teacher', 'CLASS', pupil.classCode);
const clerk = () => at('school-clerk', 'SCHOOL', pupil.schoolCode);

async function count(text: string, ...parameters: unknown[]): Promise<number> {
  const [row] = await agency.rows<{ count: number }>(`select count(*)::int as count ${text}`, ...parameters);
  return row?.count ?? -1;
}

/** What the list of duties says of the pupils of one place. */
async function listedDuties(caller: TestCaller, school: string) {
  const { data, errors } = await agency.ask<{
    attendanceDuties: {
      totalCount: number;
      nodes: {
        kind: string;
        dueOn: string | null;
        absentFrom: string;
        student: { id: string };
        schoolClass: { code: string } | null;
      }[];
    };
  }>(
    caller,
    `query ($school: String!) { attendanceDuties(filter: {school: $school}, first: 100) { totalCount nodes {
       kind dueOn absentFrom student { id } schoolClass { code } } } }`,
    { school },
  );
  expect(errors).toEqual([]);
  expect(data.attendanceDuties.totalCount).toBeLessThanOrEqual(100);
  return data.attendanceDuties.nodes;
}

describe('what absences ask for', () => {
  test('a class teacher has the guardians of the own class to contact, and nothing else of an absence', async () => {
    const groups = await work(teacher());
    expect(kindsOf(groups)).toEqual(['CALL_ROLL', 'CONTACT_GUARDIAN']);
    const listed = (await listedDuties(teacher(), pupil.schoolCode)).filter(
      ({ kind, schoolClass }) => kind === 'CONTACT_GUARDIAN' && schoolClass?.code === pupil.classCode,
    );
    const group = groups.get('CONTACT_GUARDIAN');
    expect(group).toMatchObject({ open: listed.length, unknown: null, list: 'attendanceDuties' });
    expect(
      group?.items?.map(({ student, subject, dueOn }) => [student?.id, subject, dueOn]).toSorted(),
    ).toEqual(listed.map(({ student, absentFrom, dueOn }) => [student.id, absentFrom, dueOn]).toSorted());
    expect(group?.items).toContainEqual({
      subject: '2026-11-09',
      dueOn: '2026-11-10',
      isOverdue: true,
      student: { id: pupil.studentId },
    });
    expect(childrenOf(group)).not.toContain(schoolmate.studentId);
  });

  test.each<[string, string[]]>([
    ['CONTACT_GUARDIAN', ['CONTACT_GUARDIAN']],
    ['CALL_INSPECTOR', ['CALL_INSPECTOR']],
    ['MARK_STATUS', ['MARK_SUSPECTED_DROPOUT', 'MARK_DROPPED_OUT', 'MARK_RETURNED']],
    ['REPORT_DROPOUT', ['REPORT_TO_TOWNSHIP', 'REPORT_TO_EDUCATION_BUREAU']],
  ])('a clerk has as much of %s as the list shows of the own school', async (kind, duties) => {
    const listed = (await listedDuties(clerk(), pupil.schoolCode)).filter((duty) =>
      duties.includes(duty.kind),
    );
    const group = (await work(clerk())).get(kind);
    expect(group?.open).toBe(listed.length);
    expect(group?.overdue).toBe(listed.filter(({ dueOn }) => dueOn !== null && dueOn < '2026-11-20').length);
    expect(childrenOf(group)).toEqual(new Set(listed.map(({ student }) => student.id)));
    expect(group?.items?.map(({ dueOn }) => dueOn)).toEqual(listed.map(({ dueOn }) => dueOn).toSorted());
    if (kind !== 'CALL_INSPECTOR')
      expect([...childrenOf(group)]).toEqual(expect.arrayContaining([pupil.studentId, schoolmate.studentId]));
    expect(childrenOf(group)).not.toContain(stranger.studentId);
  });

  test('a contact that was recorded is no work any more, and the others stay', async () => {
    const before = (await work(teacher())).get('CONTACT_GUARDIAN');
    await agency.rows(
      `insert into guardian_contact (student_id, absent_on, contacted_on, channel, outcome)
       values (?, '2026-11-09', '2026-11-09', 'PHONE', 'REACHED')`,
      pupil.studentId,
    );
    const after = (await work(teacher())).get('CONTACT_GUARDIAN');
    expect(after?.open).toBe((before?.open ?? 0) - 1);
    expect(childrenOf(after)).not.toContain(pupil.studentId);
  });

  test('whom a school reaches by its catchment area, or had before, is not its pupil', async () => {
    await agency.rows(
      "insert into student_scope (student_id, kind, code, origin, canonical_id) values (?, 'CATCHMENT', ?, 'test', ?)",
      stranger.studentId,
      pupil.schoolCode,
      stranger.studentId,
    );
    const openOf = async () => (await work(clerk())).get('REPORT_DROPOUT');
    const before = await openOf();
    expect(childrenOf(before)).not.toContain(stranger.studentId);
    const status = (to: string) =>
      agency.rows('update student_status set status = ? where student_id = ?', to, schoolmate.studentId);
    await status('TRANSFERRED_OUT');
    const after = await openOf();
    expect(childrenOf(before)).toContain(schoolmate.studentId);
    expect(childrenOf(after)).not.toContain(schoolmate.studentId);
    await status('ENROLLED');
  });

  test('an officer of a division owes none of it, whatever the rights', async () => {
    const groups = await work(bureauOfficer);
    for (const kind of ['CONTACT_GUARDIAN', 'CALL_INSPECTOR', 'MARK_STATUS', 'REPORT_DROPOUT', 'CALL_ROLL'])
      expect(groups.get(kind)).toMatchObject({ open: 0, overdue: 0, items: [], unknown: null });
  });
});

describe('roll-calls', () => {
  test('a class without a call is to be called, by its teacher and its clerk', async () => {
    await agency.rows('delete from roll_call_finding where class_code = ?', pupil.classCode);
    const due = { dueOn: '2026-09-30', isOverdue: true, student: null };
    expect((await work(teacher())).get('CALL_ROLL')).toEqual({
      kind: 'CALL_ROLL',
      open: 1,
      overdue: 1,
      unknown: null,
      list: 'rollCallTasks',
      items: [{ subject: pupil.classCode, ...due }],
    });
    const group = (await work(clerk())).get('CALL_ROLL');
    const expected = await agency.rows<{ code: string }>(
      `select code from school_class where school_code = ? and not exists (
         select from roll_call_finding where class_code = school_class.code and called_on >= '2026-09-01')
       order by code`,
      pupil.schoolCode,
    );
    expect(subjectsOf(group)).toEqual(expected.map(({ code }) => code));
    expect(group?.open).toBe(expected.length);
    const other = at('class-teacher', 'CLASS', schoolmate.classCode);
    expect(subjectsOf((await work(other)).get('CALL_ROLL'))).not.toContain(pupil.classCode);
  });

  test('more classes than are asked for are counted all the same', async () => {
    await agency.rows('delete from roll_call_finding where school_code = ?', pupil.schoolCode);
    const classes = await count('from school_class where school_code = ?', pupil.schoolCode);
    expect(classes).toBeGreaterThan(1);
    const group = (await work(clerk(), 1)).get('CALL_ROLL');
    expect(group).toMatchObject({ open: classes, overdue: classes });
    expect(group?.items).toHaveLength(1);
  });
});

describe('written reports', () => {
  const township = () =>
    agency.rows<{ code: string }>(
      "select left(code, 9) as code from student_scope where student_id = ? and kind = 'RESIDENCE'",
      pupil.studentId,
    );

  test('each office has those that went to it, until it signs', async () => {
    const [{ code } = { code: '' }] = await township();
    for (const recipient of ['TOWNSHIP', 'EDUCATION_BUREAU'])
      await agency.rows(
        `insert into dropout_report (student_id, school_code, recipient, left_on, reported_on)
         values (?, ?, ?, '2026-11-09', '2026-11-16')`,
        pupil.studentId,
        pupil.schoolCode,
        recipient,
      );
    const idOf = async (recipient: string) =>
      (
        await agency.rows<{ id: string }>(
          'select id::text as id from dropout_report where recipient = ?',
          recipient,
        )
      )[0]?.id;
    const officer = at('township-officer', 'DIVISION', code);
    for (const [caller, recipient] of [
      [officer, 'TOWNSHIP'],
      [callerAs('bureau-officer'), 'EDUCATION_BUREAU'],
    ] as const) {
      const id = await idOf(recipient);
      expect((await work(caller)).get('RECEIVE_REPORT')).toMatchObject({
        open: 1,
        overdue: 0,
        unknown: null,
        items: [{ subject: id, dueOn: null, isOverdue: false, student: { id: pupil.studentId } }],
      });
    }
    expect((await work(at('township-officer', 'DIVISION', '652301001'))).get('RECEIVE_REPORT')).toMatchObject(
      {
        open: 0,
        items: [],
      },
    );
    await agency.rows(
      "update dropout_report set received_on = '2026-11-20', received_by = 'test:township-officer' where recipient = 'TOWNSHIP'",
    );
    expect((await work(officer)).get('RECEIVE_REPORT')).toMatchObject({ open: 0, items: [] });
  });

  test('the township of registration has none of what went to the township of residence', async () => {
    await agency.rows(
      "update dropout_report set received_on = null, received_by = null where recipient = 'TOWNSHIP'",
    );
    await agency.rows(
      "insert into student_scope (student_id, kind, code, origin, canonical_id) values (?, 'REGISTERED', '520625999001', 'test', ?)",
      pupil.studentId,
      pupil.studentId,
    );
    const registered = at('township-officer', 'DIVISION', '520625999');
    expect((await work(registered)).get('RECEIVE_REPORT')).toMatchObject({ open: 0, items: [] });
  });
});

describe('transfers', () => {
  test('a clerk has those of the own school that wait, by their days', async () => {
    const { schoolCode, studentId } = pupil;
    for (const [key, changedOn] of [
      ['work-old', '2026-09-07'],
      ['work-late', '2026-11-17'],
    ])
      await agency.rows(
        `insert into status_change (student_id, source_key, kind, changed_on, from_school_code, to_school_code)
         values (?, ?, 'TRANSFERRED_OUT', ?::date, ?, ?)`,
        studentId,
        key,
        changedOn,
        schoolCode,
        stranger.schoolCode,
      );
    const { data, errors } = await agency.ask<{
      pendingTransfers: { nodes: { changedOn: string; dueOn: string | null; isOverdue: boolean | null }[] };
    }>(
      clerk(),
      `query ($school: String!) { pendingTransfers(filter: {school: $school}, first: 100) { nodes { changedOn dueOn isOverdue } } }`,
      { school: schoolCode },
    );
    expect(errors).toEqual([]);
    const { nodes } = data.pendingTransfers;
    expect(nodes.length).toBeGreaterThanOrEqual(2);
    const group = (await work(clerk())).get('COMPLETE_TRANSFER');
    expect(group).toMatchObject({
      open: nodes.length,
      overdue: nodes.filter(({ isOverdue }) => isOverdue).length,
      list: 'pendingTransfers',
    });
    expect(group?.items?.map(({ dueOn }) => dueOn)).toEqual(nodes.map(({ dueOn }) => dueOn));
    const [old] = await agency.rows<{ id: string }>(
      "select id::text as id from status_change where source_key = 'work-old'",
    );
    expect(subjectsOf(group)).toContain(old?.id);
    const one = (await work(clerk(), 1)).get('COMPLETE_TRANSFER');
    expect(one).toMatchObject({ open: nodes.length });
    expect(one?.items).toEqual(group?.items?.slice(0, 1));
  });

  test('the bureau and other schools have none of it', async () => {
    expect((await work(callerAs('bureau-officer'))).get('COMPLETE_TRANSFER')).toMatchObject({
      open: 0,
      items: [],
    });
    const other = at('school-clerk', 'SCHOOL', '2199999998');
    expect((await work(other)).get('COMPLETE_TRANSFER')).toMatchObject({ open: 0, items: [] });
  });
});

describe('households', () => {
  interface Assignment {
    code: string;
    village: string;
  }
  async function incomplete(condition: string, ...parameters: unknown[]): Promise<Assignment[]> {
    return agency.rows<Assignment>(
      `select own.code, own.division_code as village from screening_assignment own
       where ${condition} and not (own.household_count is not null
         and (select count(*) from household_screening where assignment_code = own.code and result <> 'NOBODY_AT_HOME') >= own.household_count
         and not exists (select from household_member_screening where assignment_code = own.code and education_level is null))
       order by due_on, code`,
      ...parameters,
    );
  }
  const codes = (assignments: readonly Assignment[]) => assignments.map(({ code }) => code);

  test('a village and its township have what the villages visit, a school what it visits itself', async () => {
    const [first] = await incomplete("answered_by = 'VILLAGE'");
    const village = first?.village ?? '';
    for (const area of [village, village.slice(0, 9)]) {
      const expected = await incomplete("answered_by = 'VILLAGE' and starts_with(division_code, ?)", area);
      expect(expected.length).toBeGreaterThan(0);
      const slug = area === village ? 'village-cadre' : 'township-officer';
      const group = (await work(at(slug, 'DIVISION', area))).get('VISIT_HOUSEHOLDS');
      expect(group?.open).toBe(expected.length);
      expect(subjectsOf(group)).toEqual(codes(expected).slice(0, 50));
    }
    await agency.rows(
      "update screening_assignment set answered_by = 'SCHOOL', school_code = ?, household_count = null where code = ?",
      pupil.schoolCode,
      first?.code,
    );
    const own = await incomplete("answered_by = 'SCHOOL' and school_code = ?", pupil.schoolCode);
    const group = (await work(clerk())).get('VISIT_HOUSEHOLDS');
    expect(codes(own)).toContain(first?.code);
    expect(subjectsOf(group)?.toSorted()).toEqual(codes(own).toSorted());
    const cadre = (await work(at('village-cadre', 'DIVISION', village))).get('VISIT_HOUSEHOLDS');
    expect(subjectsOf(cadre)).not.toContain(first?.code);
    expect((await work(callerAs('bureau-officer'))).get('VISIT_HOUSEHOLDS')).toMatchObject({
      open: 0,
      items: [],
    });
  });

  test('a campaign that has not begun, and one of a year that is over, ask for nothing', async () => {
    const openOf = async () => (await work(clerk())).get('VISIT_HOUSEHOLDS')?.open;
    expect(await openOf()).toBeGreaterThan(0);
    await agency.rows("update screening_campaign set opens_on = '2026-11-21'");
    expect(await openOf()).toBe(0);
    await agency.rows("update screening_campaign set opens_on = '2025-10-08', academic_year = 2025");
    await agency.rows("update screening_assignment set due_on = '2025-11-30'");
    expect(await openOf()).toBe(0);
    await agency.rows("update screening_assignment set due_on = '2026-11-30'");
    expect(await openOf()).toBeGreaterThan(0);
  });
});

describe('rights and registers', () => {
  test.each<[string, readonly string[]]>([
    ['class-teacher', ['CALL_ROLL', 'CONTACT_GUARDIAN']],
    [
      'school-clerk',
      [
        'CALL_INSPECTOR',
        'CALL_ROLL',
        'COMPLETE_TRANSFER',
        'CONTACT_GUARDIAN',
        'MARK_STATUS',
        'REPORT_DROPOUT',
        'VISIT_HOUSEHOLDS',
      ],
    ],
    ['village-cadre', ['VISIT_HOUSEHOLDS']],
    ['township-officer', ['RECEIVE_REPORT', 'VISIT_HOUSEHOLDS']],
    ['bureau-officer', ['CALL_ROLL', 'COMPLETE_TRANSFER', 'RECEIVE_REPORT', 'VISIT_HOUSEHOLDS']],
    ['police-officer', []],
  ])('%s has the kinds that its rights let it do', async (slug, kinds) => {
    expect(kindsOf(await work(callerAs(slug)))).toEqual(kinds);
  });

  test.each([
    [EDUCATION_SCOPES.recordGuardianContacts, ['CONTACT_GUARDIAN']],
    [EDUCATION_SCOPES.recordDropoutReporting, ['CALL_INSPECTOR', 'MARK_STATUS', 'REPORT_DROPOUT']],
    [EDUCATION_SCOPES.recordRollCalls, ['CALL_ROLL']],
    [EDUCATION_SCOPES.listStatusFollowUps, ['COMPLETE_TRANSFER']],
    [EDUCATION_SCOPES.recordScreening, ['VISIT_HOUSEHOLDS']],
  ])('without %s there is no such group', async (scope, gone) => {
    const kept = kindsOf(await work(clerk())).filter((kind) => !gone.includes(kind));
    expect(kindsOf(await work(withoutScope(clerk(), scope)))).toEqual(kept);
  });

  test('every list that a group names is there', async () => {
    const { data } = await agency.ask<{ __schema: { queryType: { fields: { name: string }[] } } }>(
      bureauOfficer,
      '{ __schema { queryType { fields { name } } } }',
    );
    const fields = data.__schema.queryType.fields.map(({ name }) => name);
    for (const { list } of (await work(bureauOfficer)).values()) expect(fields).toContain(list);
  });

  test.each([0, 51, -1])('%i items are refused', async (items) => {
    const { errors } = await agency.ask(clerk(), WORK, { items });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('all of it costs at most 10 statements, however much there is to do', async () => {
    const everywhere: TestCaller = {
      ...bureauOfficer,
      jurisdiction: [
        { kind: 'DIVISION', code: '520625' },
        { kind: 'DIVISION', code: '520625101' },
        { kind: 'SCHOOL', code: pupil.schoolCode },
        { kind: 'CLASS', code: stranger.classCode },
      ],
    };
    const groups = await work(everywhere);
    for (const { kind, open } of groups.values())
      expect([kind, (open ?? 0) > 0]).toEqual([kind, kind !== 'CALL_INSPECTOR' || (open ?? 0) > 0]);
    const costOf = (items: number) => countStatements(() => work(everywhere, items));
    const cost = await costOf(50);
    expect(cost).toBeLessThanOrEqual(10);
    expect(await costOf(1)).toBe(cost);
    for (const child of await enrolledPupils(agency, 40)) await missesSchoolOn(agency, child, ...AWAY);
    expect((await work(everywhere)).get('REPORT_DROPOUT')?.open).toBeGreaterThan(
      groups.get('REPORT_DROPOUT')?.open ?? 0,
    );
    expect(await costOf(50)).toBe(cost);
  });

  test.each([
    ['ATTENDANCE', ['CALL_INSPECTOR', 'CONTACT_GUARDIAN', 'MARK_STATUS', 'REPORT_DROPOUT']],
    ['ROLL_CALL', ['CALL_INSPECTOR', 'CALL_ROLL', 'CONTACT_GUARDIAN', 'MARK_STATUS', 'REPORT_DROPOUT']],
  ])('what follows from %s is unknown while it is not loaded', async (register, unknown) => {
    await agency.rows('delete from register where code = ?', register);
    const groups = await work(clerk());
    for (const { kind, ...group } of groups.values())
      if (unknown.includes(kind))
        expect(group).toMatchObject({ unknown: 'NOT_LOADED', open: null, overdue: null, items: null });
      else expect(group).toMatchObject({ unknown: null });
  });
});
