import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer, teacherOf } from './education-callers.js';
import { enrolledPupil, type Pupil } from './pupils.js';

/** In Asia/Shanghai the last second of a Wednesday, and the first one of Thursday. */
const WEDNESDAY = new Date('2026-11-25T15:59:59.999Z');
const THURSDAY = new Date('2026-11-25T16:00:00.000Z');

let now = WEDNESDAY;
let agency: TestAgency;
let pupil: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education', { now: () => now });
  pupil = await enrolledPupil(agency);
  await agency.rows('delete from attendance_sheet where class_code = ?', pupil.classCode);
});
afterAll(() => agency.close());

async function sheetOf(date: string, at: Date): Promise<string[]> {
  now = at;
  const { data, errors } = await agency.ask<{ recordAttendance: { errors: { code: string }[] } }>(
    teacherOf(pupil.classCode),
    'mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { errors { code } } }',
    { input: { idempotencyKey: randomUUID(), schoolClass: pupil.classCode, date, absences: [] } },
  );
  expect(errors).toEqual([]);
  return data.recordAttendance.errors.map(({ code }) => code);
}

test('a day begins at midnight in Asia/Shanghai: before it its sheet is refused, from then on that of the day before is late', async () => {
  expect(await sheetOf('2026-11-26', WEDNESDAY)).toEqual(['DATE_IN_FUTURE']);
  expect(await sheetOf('2026-11-24', WEDNESDAY)).toEqual([]);
  expect(await sheetOf('2026-11-25', THURSDAY)).toEqual([]);
  expect(await sheetOf('2026-11-26', THURSDAY)).toEqual([]);
  now = new Date('2026-11-30T02:00:00Z');
  const { data, errors } = await agency.ask<{
    attendanceSheetViolations: {
      nodes: { date: string; kind: string; daysLate: number; schoolClass: { code: string } }[];
    };
  }>(
    bureauOfficer,
    `query ($filter: AttendanceSheetViolationFilter) { attendanceSheetViolations(filter: $filter, first: 100) {
      nodes { date kind daysLate schoolClass { code } } } }`,
    { filter: { school: pupil.schoolCode } },
  );
  expect(errors).toEqual([]);
  const own = data.attendanceSheetViolations.nodes.filter(
    ({ schoolClass }) => schoolClass.code === pupil.classCode,
  );
  expect(own.map(({ date, kind, daysLate }) => [date, kind, daysLate])).toEqual([
    ['2026-11-27', 'SHEET_MISSING', 3],
    ['2026-11-25', 'SHEET_LATE', 1],
    ['2026-11-24', 'SHEET_LATE', 1],
  ]);
});
