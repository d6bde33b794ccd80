import { writeFileSync } from 'node:fs';
import { findList } from '../../../cli/imports/importable-lists.js';
import { loadAgency } from '../../../subgraphs/index.js';
import type { TestCaller } from '../../support/callers.js';
import { startAgencyImports, type AgencyImports } from '../_kit/import/import-harness.js';
import { csvOfRows, listRow, referencesOf, type ListRow } from '../_kit/import/list-file.js';
import { isWritten, writtenBy } from '../_kit/import/written-tables.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from './education-callers.js';
import { enrolledPupils, type Pupil } from './pupils.js';
import { startScreening, type Screening } from './screening/screening-harness.js';

interface Payload {
  readonly errors: readonly { readonly code: string }[];
}

const DAY = '2026-11-19';
let imports: AgencyImports;
let screening: Screening;
let pupil: Pupil;
let leaver: Pupil;
let serial = 0;

async function command(name: string, input: object, caller: TestCaller): Promise<void> {
  const { payload, errors } = await screening.command<Payload>(name, input, '', caller);
  expect([name, errors, payload.errors]).toEqual([name, [], []]);
}

/** A complete file of these rows. */
async function take(name: string, rows: readonly ListRow[]) {
  const { list, mapping } = await findList('education', name);
  const path = imports.path(`${name}-${(serial += 1)}.csv`);
  writeFileSync(path, csvOfRows(rows, mapping));
  const outcome = await imports.take(list, path);
  expect([outcome.state, imports.rejects.flatMap(({ reasons }) => reasons)]).toEqual(['COMMITTED', []]);
  return outcome;
}

/** How a file names a pupil: by the school's own number. */
async function named({ studentId }: Pupil): Promise<ListRow> {
  const [row] = await imports.agency.rows<{ number: string; name: string }>(
    'select source_key as number, name from student_status where student_id = ?',
    studentId,
  );
  return { childNumber: row?.number ?? '', name: row?.name ?? '' };
}

/** Every mutation that makes rows of tables which files fill too, once. */
async function recordEverything(): Promise<void> {
  const { agency } = imports;
  await agency.rows('delete from roll_call_finding where class_code = ?', pupil.classCode);
  await agency.rows(
    `insert into education_placement (student_id, mode, school_code, decided_on)
     values (?, 'HOME_TEACHING', ?, '2026-10-08')`,
    pupil.studentId,
    pupil.schoolCode,
  );
  const clerk = clerkOf(pupil.schoolCode);
  const { studentId, classCode } = pupil;
  const visit = { studentId, visitedOn: DAY, hours: 2, content: 'LANGUAGE' };
  await command('recordHomeTeachingVisit', visit, clerk);
  const call = { classCode, calledOn: DAY, callerName: '王老师', absentIds: [studentId], extraIds: [] };
  await command('recordRollCall', call, bureauOfficer);
  const absence = { studentId, session: 'WHOLE_DAY', state: 'UNEXCUSED', reason: 'UNKNOWN' };
  const sheet = { schoolClass: classCode, date: DAY, absences: [absence] };
  await command('recordAttendance', sheet, teacherOf(classCode));
  const contact = { studentId, absentOn: DAY, contactedOn: DAY, channel: 'PHONE', outcome: 'NOT_REACHED' };
  await command('recordGuardianContact', contact, clerk);
  await command('recordInspectorCall', { studentId, calledOn: DAY }, clerk);
  const report = { studentId, leftOn: DAY, recipients: ['TOWNSHIP', 'EDUCATION_BUREAU'] };
  await command('submitDropoutReport', report, clerk);
  const gone = { studentId: leaver.studentId, mark: 'DROPPED_OUT', markedOn: DAY };
  await command('recordStatusMark', gone, clerkOf(leaver.schoolCode));
  const divisionCode = screening.village.slice(0, 9);
  const campaign = { divisionCode, opensOn: '2026-11-10', dueOn: '2026-12-31' };
  await command('openScreeningCampaign', { kind: 'SCHOOL_HOUSEHOLD_CENSUS', ...campaign }, bureauOfficer);
  await command('recordHouseholdScreening', screening.visit(), bureauOfficer);
}

beforeAll(async () => {
  imports = await startAgencyImports('education');
  screening = await startScreening(imports.agency);
  const [first, second] = await enrolledPupils(imports.agency, 2);
  if (!first || !second) throw new Error('Two pupils are needed.');
  [pupil, leaver] = [first, second];
  await recordEverything();
});
afterAll(() => imports?.close());

interface SameFact {
  readonly list: string;
  readonly table: string;
  readonly day: string;
  readonly of: () => Pupil;
  readonly row: () => ListRow;
  /** What a later file says beside. */
  readonly later: ListRow;
  readonly is: object;
}

test.each<SameFact>([
  {
    list: 'status-changes',
    table: 'status_change',
    day: 'changed_on',
    of: () => leaver,
    row: () => ({
      recordNumber: 'YD-1',
      kind: '辍学',
      changedOn: DAY,
      fromSchoolCode: leaver.schoolCode,
      completedOn: '',
    }),
    later: { completedOn: '2026-11-20' },
    is: { kind: 'DROPPED_OUT', completed_on: '2026-11-20', recorded_by: 'test:school-clerk' },
  },
  {
    list: 'guardian-contacts',
    table: 'guardian_contact',
    day: 'contacted_on',
    of: () => pupil,
    row: () => ({
      absentOn: DAY,
      contactedOn: DAY,
      teacherName: '李老师',
      channel: '电话',
      outcome: '已说明原因',
    }),
    later: { outcome: '承诺返校' },
    is: { outcome: 'WILL_ATTEND', teacher_name: '李老师', recorded_on: '2026-11-20' },
  },
  {
    list: 'absences',
    table: 'absence',
    day: 'date',
    of: () => pupil,
    row: () => ({
      schoolCode: pupil.schoolCode,
      classCode: '',
      date: DAY,
      session: '全天',
      state: '旷课',
      reason: '原因不明',
    }),
    later: { state: '请假' },
    is: { state: 'EXCUSED', recorded_by: 'test:class-teacher' },
  },
])(
  'a file of $list that says what was recorded here is about that row',
  async ({ list, table, day, of, row, later, is }) => {
    const child = of();
    const rowsOf = () =>
      imports.agency.rows<{ row: object }>(
        `select to_jsonb(stored) as row from ${table} stored where student_id = ? and ${day} = ?::date`,
        child.studentId,
        DAY,
      );
    const [before, ...none] = await rowsOf();
    expect(none).toEqual([]);
    const said = { ...(await named(child)), ...row() };
    expect(await take(list, [said])).toMatchObject({ added: 0, changed: 1 });
    expect(await take(list, [{ ...said, ...later }])).toMatchObject({ added: 0, changed: 1, removed: 0 });
    const { id } = before?.row as { id: number };
    expect(await rowsOf()).toEqual([{ row: expect.objectContaining({ ...is, id }) }]);
  },
);

test('a receipt that was signed here stays though the file leaves it open', async () => {
  const { agency } = imports;
  const report = {
    ...(await named(pupil)),
    schoolCode: pupil.schoolCode,
    recipient: '教育局',
    leftOn: '2026-11-12',
    reportedOn: '2026-11-13',
    receivedOn: '',
    recommendation: '',
  };
  await take('dropout-reports', [report]);
  const stored = () =>
    agency.rows<{ id: string; on: string | null; by: string | null; reportedOn: string }>(
      `select id::text, received_on::text as on, received_by as by, reported_on::text as "reportedOn"
       from dropout_report where student_id = ? and left_on = '2026-11-12'`,
      pupil.studentId,
    );
  const [{ id } = { id: '' }] = await stored();
  await command('acknowledgeDropoutReport', { reportId: id }, bureauOfficer);
  await take('dropout-reports', [{ ...report, reportedOn: '2026-11-14' }]);
  expect(await stored()).toEqual([
    { id, on: '2026-11-20', by: 'test:bureau-officer', reportedOn: '2026-11-14' },
  ]);
});

test('whom the village named stays though the file of assignments leaves it open', async () => {
  const { agency, village, census } = { ...screening, ...imports };
  const read = async () => {
    const { data } = await agency.ask<{ screeningAssignment: { version: string } }>(
      bureauOfficer,
      'query ($code: ID!) { screeningAssignment(code: $code) { version } }',
      { code: census },
    );
    return data.screeningAssignment.version;
  };
  const { version, ...said } = {
    assignmentCode: census,
    assigneeName: '周普查',
    householdCount: 12,
    version: await read(),
  };
  await command('assignScreening', { ...said, version }, officerOf(village.slice(0, 9)));
  const row = {
    code: census,
    campaignCode: census.slice(0, -village.length - 1),
    divisionCode: village,
    answeredBy: '村（社区）',
    schoolCode: '',
    assigneeName: '',
    householdCount: '',
    dueOn: '2026-12-01',
  };
  await take('screening-assignments', [row]);
  const [kept] = await agency.rows(
    'select assignee_name as name, household_count as count, due_on::text as due from screening_assignment where code = ?',
    census,
  );
  expect(kept).toEqual({ name: '周普查', count: 12, due: '2026-12-01' });
});

/** Records that others refer to come last. */
const LISTS: readonly { readonly list: string; readonly mark: string }[] = [
  { list: 'screened-members', mark: "recorded_by = 'test:bureau-officer'" },
  { list: 'household-screenings', mark: "recorded_by = 'test:bureau-officer'" },
  { list: 'screening-assignments', mark: "jsonb_exists(recorded, 'code')" },
  { list: 'screening-campaigns', mark: "recorded_by = 'test:bureau-officer'" },
  { list: 'home-teaching-visits', mark: "recorded_by = 'test:school-clerk'" },
  { list: 'roll-call-findings', mark: "recorded_by = 'test:bureau-officer'" },
  { list: 'absences', mark: "recorded_by = 'test:class-teacher'" },
  { list: 'guardian-contacts', mark: "recorded_by = 'test:school-clerk'" },
  { list: 'inspector-calls', mark: "recorded_by = 'test:school-clerk'" },
  { list: 'dropout-reports', mark: "reported_by = 'test:school-clerk'" },
  { list: 'status-marks', mark: "marked_by = 'test:school-clerk'" },
  { list: 'status-changes', mark: "recorded_by = 'test:school-clerk'" },
];

test('these are all lists whose tables mutations write', async () => {
  const { lists = [] } = await loadAgency('education');
  const written = lists.filter((list) => isWritten(list, writtenBy('education')));
  expect(written.map(({ list }) => list).toSorted()).toEqual(LISTS.map(({ list }) => list).toSorted());
});

test.each(LISTS)(
  '$list: what was recorded here stays, whatever a complete file names',
  async ({ list, mark }) => {
    const { list: definition } = await findList('education', list);
    const made = () =>
      imports.agency.rows<{ row: string }>(
        `select stored::text as row from ${definition.entity.meta.tableName} stored where ${mark} order by 1`,
      );
    const before = await made();
    expect(before.length).toBeGreaterThan(0);
    await take(list, [listRow(definition, 77, await referencesOf(definition, imports.agency))]);
    expect(await made()).toEqual(before);
  },
);
