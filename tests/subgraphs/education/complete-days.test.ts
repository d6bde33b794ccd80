import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { clerkOf } from './education-callers.js';

let agency: TestAgency;
/** Of a Friday; the register of the county of the tests speaks up to the Friday before. */
const now = () => new Date('2026-11-27T15:00:00+08:00');
interface SchoolClass {
  readonly code: string;
  readonly schoolCode: string;
}
let classes: SchoolClass[];
beforeAll(async () => {
  agency = await startTestAgency('education', { now });
  await agency.rows("update register set as_of = '2026-11-20T00:00:00+08:00' where code = 'ATTENDANCE'");
  await agency.rows('delete from attendance_sheet');
  classes = await agency.rows(
    `select distinct class_code as code, school_code as "schoolCode" from student_status
     where class_code is not null and status in ('ENROLLED', 'RETURNED', 'SUSPENDED') order by 1`,
  );
});
afterAll(() => agency?.close());

async function handIn({ code, schoolCode }: SchoolClass, date: string): Promise<string | null> {
  const { data } = await agency.ask<{ recordAttendance: { errors: object[] } }>(
    clerkOf(schoolCode),
    `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: randomUUID(), schoolClass: code, date, absences: [] } },
  );
  expect(data.recordAttendance.errors).toEqual([]);
  const [register] = await agency.rows<{ day: string }>(
    "select (as_of at time zone 'Asia/Shanghai')::date::text as day from register where code = 'ATTENDANCE'",
  );
  return register?.day ?? null;
}

/** All classes but the last one. */
const others = (date: string) =>
  agency.rows(
    `insert into attendance_sheet (class_code, date, school_code, version, on_roll, recorded_by, recorded_at)
     select distinct on (class_code) class_code, ?::date, school_code, 1, 1, 'test', ?::timestamptz from student_status
     where class_code is not null and class_code <> ? order by class_code`,
    date,
    now().toISOString(),
    classes.at(-1)?.code,
  );

test('the register speaks of a day once the sheets of all classes are in, and never past one that is missing', async () => {
  const [first, last] = [classes[0], classes.at(-1)];
  if (!first || !last) throw new Error('The county has no classes.');
  expect(await handIn(first, '2026-11-23')).toBe('2026-11-20');
  await agency.rows('delete from attendance_sheet');
  await others('2026-11-24');
  expect(await handIn(last, '2026-11-24')).toBe('2026-11-20');
  await others('2026-11-23');
  // Monday and Tuesday at once, since Tuesday had waited for it.
  expect(await handIn(last, '2026-11-23')).toBe('2026-11-24');
  await others('2026-11-26');
  expect(await handIn(last, '2026-11-26')).toBe('2026-11-24');
});
