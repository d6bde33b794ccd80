import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import type { TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf, teacherOf } from './education-callers.js';
import { enrolledPupils, missesSchoolOn, type Pupil } from './pupils.js';

let agency: TestAgency;
let pupil: Pupil;
let classmate: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education', { now: () => new Date('2026-11-26T09:00:00+08:00') });
  const pupils = await enrolledPupils(agency, 300);
  const [mates] = [...Map.groupBy(pupils, ({ classCode }) => classCode).values()].filter(
    (group) => group.length > 1,
  );
  const [first, second] = mates ?? [];
  if (!first || !second) throw new Error('Two pupils of a class are needed.');
  [pupil, classmate] = [first, second];
});
afterAll(() => agency.close());

const RECORD = `mutation ($input: RecordAttendanceInput!) {
  recordAttendance(input: $input) { sheet { date version onRoll recordedBy } errors { code field message } }
}`;

interface Recorded {
  recordAttendance: {
    sheet: { date: string; version: number; onRoll: number; recordedBy: string } | null;
    errors: { code: string; field: string; message: string }[];
  } | null;
}

interface Missed {
  studentId: string;
  session: string;
  state: string;
  reason: string;
}

const missed = ({ studentId }: Pupil, session = 'WHOLE_DAY', state = 'UNEXCUSED'): Missed => ({
  studentId,
  session,
  state,
  reason: 'UNKNOWN',
});

const sheet = (date: string, absences: Missed[], more: Record<string, unknown> = {}) => ({
  idempotencyKey: randomUUID(),
  schoolClass: pupil.classCode,
  date,
  absences,
  ...more,
});

async function record(input: object, caller: TestCaller = teacherOf(pupil.classCode)) {
  const { data, errors } = await agency.ask<Recorded>(caller, RECORD, { input });
  expect(errors).toEqual([]);
  if (!data.recordAttendance) throw new Error('The mutation was not answered.');
  return data.recordAttendance;
}

const stored = (date: string) =>
  agency.rows<{ studentId: string; session: string }>(
    'select student_id as "studentId", session from absence where class_code = ? and date = ?::date order by 1, 2',
    pupil.classCode,
    date,
  );

test('a sheet stores who was missed, a correction replaces it, and a stale one changes nothing', async () => {
  const date = '2026-11-24';
  const first = await record(sheet(date, [missed(pupil)]));
  expect(first).toMatchObject({ errors: [], sheet: { date, version: 1, recordedBy: 'test:class-teacher' } });
  expect(first.sheet?.onRoll).toBeGreaterThan(1);
  expect(await stored(date)).toEqual([{ studentId: pupil.studentId, session: 'WHOLE_DAY' }]);
  const again = await record(sheet(date, [missed(classmate)]));
  expect(again.errors).toMatchObject([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
  const corrected = await record(sheet(date, [missed(classmate, 'MORNING')], { expectedVersion: 1 }));
  expect(corrected).toMatchObject({ errors: [], sheet: { version: 2 } });
  expect(await stored(date)).toEqual([{ studentId: classmate.studentId, session: 'MORNING' }]);
  expect((await record(sheet(date, [], { expectedVersion: 1 }))).errors).toMatchObject([
    { code: 'STALE_VERSION' },
  ]);
  expect(await stored(date)).toHaveLength(1);
});

test('the same command twice is one sheet, and its key for another sheet is a conflict', async () => {
  const input = sheet('2026-11-23', [missed(pupil)]);
  const [one, two] = [await record(input), await record(input)];
  expect(two).toEqual(one);
  const { errors } = await agency.ask<Recorded>(teacherOf(pupil.classCode), RECORD, {
    input: { ...input, absences: [] },
  });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  expect(await stored('2026-11-23')).toHaveLength(1);
});

test('of two who record the same sheet at once, one does', async () => {
  const date = '2026-11-19';
  await agency.rows('delete from absence where class_code = ? and date = ?::date', pupil.classCode, date);
  const answers = await Promise.all([pupil, classmate].map((child) => record(sheet(date, [missed(child)]))));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['STALE_VERSION']);
  expect(await stored(date)).toHaveLength(1);
});

test('tells the change feed of whom it speaks, the one who is no longer named too', async () => {
  const date = '2026-11-18';
  await record(sheet(date, [missed(pupil)]));
  const [before] = await agency.rows<{ version: string }>('select max(version)::text as version from change');
  await record(sheet(date, [missed(classmate)], { expectedVersion: 1 }));
  const told = await agency.rows<{ id: string; register: string }>(
    'select student_id as id, register from change where version > ?::bigint order by student_id',
    before?.version ?? '0',
  );
  expect(told).toEqual(
    [pupil.studentId, classmate.studentId].sort().map((id) => ({ id, register: 'ATTENDANCE' })),
  );
});

test.each<[string, () => object, string[]]>([
  ['of a day to come', () => sheet('2027-01-08', []), ['DATE_IN_FUTURE']],
  ['of the academic year before', () => sheet('2026-06-02', []), ['YEAR_CLOSED']],
  ['of a Sunday', () => sheet('2026-11-22', []), ['NOT_A_SCHOOL_DAY']],
  ['of the National Day', () => sheet('2026-10-01', []), ['NOT_A_SCHOOL_DAY']],
  [
    'of a class that does not exist',
    () => sheet('2026-11-17', [], { schoolClass: '0000' }),
    ['CLASS_NOT_FOUND'],
  ],
  [
    'that names a child of no id',
    () => sheet('2026-11-17', [{ ...missed(pupil), studentId: 'a'.repeat(26) }]),
    ['PUPIL_NOT_ON_ROLL'],
  ],
  [
    'in which a morning stands beside its whole day',
    () => sheet('2026-11-17', [missed(pupil), missed(pupil, 'MORNING')]),
    ['SESSION_TWICE'],
  ],
])('a sheet %s is refused and changes nothing', async (_what, input, codes) => {
  const before = await agency.rows('select * from absence order by id');
  expect((await record(input())).errors.map(({ code }) => code)).toEqual(codes);
  expect(await agency.rows('select * from absence order by id')).toEqual(before);
  expect(await agency.rows("select * from attendance_sheet where date = '2026-11-17'")).toEqual([]);
});

test('a make-up Saturday is a school day', async () => {
  // 2026-10-10 makes up for the National Day week.
  expect((await record(sheet('2026-10-10', []))).errors).toEqual([]);
});

test('a pupil of another class is on no roll of this one, and another class is not within reach', async () => {
  const pupils = await enrolledPupils(agency, 300);
  const other = pupils.find(({ classCode }) => classCode !== pupil.classCode);
  if (!other) throw new Error('A second class is needed.');
  const foreign = await record(sheet('2026-11-16', [missed(other)]), bureauOfficer);
  expect(foreign.errors).toMatchObject([{ code: 'PUPIL_NOT_ON_ROLL' }]);
  const elsewhere = sheet('2026-11-16', [], { schoolClass: other.classCode });
  expect((await record(elsewhere)).errors).toMatchObject([{ code: 'CLASS_NOT_FOUND' }]);
  expect((await record(elsewhere, clerkOf(other.schoolCode))).errors).toEqual([]);
});

test('a correction may name a pupil who has changed classes since, as the sheet did', async () => {
  const date = '2026-11-13';
  await agency.rows(
    'delete from attendance_sheet where class_code = ? and date = ?::date',
    pupil.classCode,
    date,
  );
  await record(sheet(date, [missed(pupil)]));
  const inClass = (code: string) =>
    agency.rows('update student_status set class_code = ? where student_id = ?', code, pupil.studentId);
  await inClass(`${pupil.schoolCode}9999`);
  const named = [missed(pupil), missed(classmate)];
  expect((await record(sheet(date, named, { expectedVersion: 1 }), bureauOfficer)).errors).toEqual([]);
  expect(await stored(date)).toHaveLength(2);
  expect((await record(sheet('2026-11-12', [missed(pupil)]), bureauOfficer)).errors).toMatchObject([
    { code: 'PUPIL_NOT_ON_ROLL' },
  ]);
  await inClass(pupil.classCode);
});

test('the clock runs on with the sheets, and a day without a sheet neither counts nor ends a spell', async () => {
  await missesSchoolOn(agency, classmate);
  await agency.rows('delete from attendance_sheet where class_code = ?', classmate.classCode);
  await agency.rows("update register set as_of = '2026-11-18T00:00:00+08:00' where code = 'ATTENDANCE'");
  const spells = async () => {
    const { data } = await agency.askForStudents<{
      schooling: { attendance: { spells: { kind: string; schoolDays: number; isOpen: boolean }[] } };
    }>(
      bureauOfficer,
      [classmate.studentId],
      'schooling { attendance { spells { kind schoolDays isOpen } } }',
    );
    return data._entities[0]?.schooling.attendance.spells;
  };
  for (const [date, expected] of [
    ['2026-11-19', { kind: 'SHORT', schoolDays: 1, isOpen: true }],
    ['2026-11-20', { kind: 'SHORT', schoolDays: 2, isOpen: true }],
    // The sheet of Monday is missing.
    ['2026-11-24', { kind: 'SUSPECTED_DROPOUT', schoolDays: 3, isOpen: true }],
  ] as const) {
    expect((await record(sheet(date, [missed(classmate)]))).errors).toEqual([]);
    expect(await spells()).toEqual([expected]);
  }
  expect((await record(sheet('2026-11-25', []))).errors).toEqual([]);
  expect(await spells()).toMatchObject([{ kind: 'SUSPECTED_DROPOUT', isOpen: false }]);
  // Without an import the sheets are all there is, from the first of the class on.
  await agency.rows("delete from register where code = 'ATTENDANCE'");
  expect(await spells()).toMatchObject([{ kind: 'SUSPECTED_DROPOUT', schoolDays: 3, isOpen: false }]);
});
