import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';
import { canReachClass } from '../school/class-reach.js';
import type { SchoolClass } from '../school/school-class.entity.js';
import { calendarOf, type SchoolPolicies } from '../school/school-policy.js';
import type { School } from '../school/school.entity.js';
import type { AttendanceSheet } from './attendance-sheet.entity.js';
import { shownSheet } from './shown-sheet.js';
import {
  RecordAttendanceErrorEnum,
  type MissedSessionInput,
  type RecordAttendanceErrorCode,
  type RecordAttendanceInput,
  type RecordAttendancePayload,
} from './attendance-sheet.type.js';
import { completeUpTo } from './complete-days.js';
import { faultsOfSheet } from './sheet-faults.js';

export interface SheetSources {
  readonly classes: DataLoader<string, SchoolClass | null>;
  readonly schools: DataLoader<string, School | null>;
  readonly policyOf: SchoolPolicies;
}

interface RollMissed extends MissedSessionInput {
  /** Id under which the child stands on the roll; null when it does not. */
  readonly rollId: string | null;
}

/** Records who was missed in a class on a day, in place of what was recorded of it before. */
export function recordAttendance(
  context: LoaderContext,
  { classes, schools, policyOf }: SheetSources,
  input: RecordAttendanceInput,
): Promise<RecordAttendancePayload> {
  return runOnce(context, { name: 'recordAttendance', input }, async () => {
    const refuse = (faults: readonly { code: RecordAttendanceErrorCode; field: string }[]) => ({
      sheet: null,
      errors: faults.map(({ code, field }) => mutationError(RecordAttendanceErrorEnum, code, field)),
    });
    const { caller, today } = context;
    const schoolClass = await classes.load(input.schoolClass);
    const school = schoolClass && (await schools.load(schoolClass.schoolCode));
    if (!schoolClass || !canReachClass(caller, schoolClass, school))
      return refuse([{ code: 'CLASS_NOT_FOUND', field: 'schoolClass' }]);
    const roll = await rollOf(context, schoolClass.code);
    // Whom the sheet named belongs to it, though the child may have changed classes since.
    const named = await namedOn(context, schoolClass.code, input.date);
    const missed = await onRoll(context, new Set([...roll, ...named]), input.absences);
    const calendar = calendarOf(await policyOf(schoolClass.schoolCode));
    const faults = faultsOfSheet(parseIsoDate(input.date), missed, { today: parseIsoDate(today), calendar });
    if (faults.length > 0) return refuse(faults);
    const sheet = await takeSheet(context, schoolClass, roll.size, input);
    if (!sheet) return refuse([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
    const before = await replaceAbsences(context, schoolClass, input.date, missed);
    const after = missed.map(({ rollId }) => ({ studentId: rollId }));
    const asOf = await completeUpTo(context, calendar);
    await advanceRegister(context, 'ATTENDANCE', { asOf, before, after });
    return { sheet: shownSheet(sheet), errors: [] };
  });
}

async function rollOf({ db }: LoaderContext, classCode: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ studentId: string }>`
    select distinct student_id as "studentId" from student_status
    where class_code = ${classCode} and status = any (${ON_CLASS_LIST}::text[])`.execute(db);
  return new Set(rows.map(({ studentId }) => studentId));
}

async function namedOn({ db }: LoaderContext, classCode: string, date: string): Promise<string[]> {
  const { rows } = await sql<{ studentId: string }>`
    select distinct student_id as "studentId" from absence
    where class_code = ${classCode} and date = ${date}::date`.execute(db);
  return rows.map(({ studentId }) => studentId);
}

/** A portal names a child by its id; the roll may hold it under another one of the child's set. */
async function onRoll(
  { students }: LoaderContext,
  roll: ReadonlySet<string>,
  absences: readonly MissedSessionInput[],
): Promise<RollMissed[]> {
  return Promise.all(
    absences.map(async (absence) => {
      const child = await students.load(absence.studentId);
      return { ...absence, rollId: child?.memberIds.find((id) => roll.has(id)) ?? null };
    }),
  );
}

/** Of two that record the same version, the second finds it taken. */
async function takeSheet(
  { db, caller, now, today }: LoaderContext,
  { code, schoolCode }: SchoolClass,
  onRoll: number,
  { date, expectedVersion }: RecordAttendanceInput,
): Promise<AttendanceSheet | undefined> {
  const recorded = sql`${onRoll}::int, ${caller.subject}, ${now.toISOString()}::timestamptz`;
  const columns = sql.raw(
    'class_code as "classCode", date::text, school_code as "schoolCode", version, entered_on::text as "enteredOn", on_roll as "onRoll", recorded_by as "recordedBy", recorded_at as "recordedAt"',
  );
  const { rows } =
    expectedVersion == null
      ? await sql<AttendanceSheet>`
          insert into attendance_sheet (class_code, date, school_code, version, entered_on, on_roll, recorded_by, recorded_at)
          values (${code}, ${date}::date, ${schoolCode}, 1, ${today}::date, ${recorded})
          on conflict do nothing returning ${columns}`.execute(db)
      : await sql<AttendanceSheet>`
          update attendance_sheet set version = version + 1, (on_roll, recorded_by, recorded_at) = (${recorded})
          where class_code = ${code} and date = ${date}::date and version = ${expectedVersion}
          returning ${columns}`.execute(db);
  return rows[0];
}

/** @returns whom the sheet named before */
async function replaceAbsences(
  { db, caller }: LoaderContext,
  { code, schoolCode }: SchoolClass,
  date: string,
  missed: readonly RollMissed[],
): Promise<{ studentId: string }[]> {
  const { rows } = await sql<{ studentId: string }>`
    delete from absence where class_code = ${code} and date = ${date}::date
    returning student_id as "studentId"`.execute(db);
  const rowsToAdd = missed.map(({ rollId, session, state, reason }) => ({ rollId, session, state, reason }));
  await sql`
    insert into absence (student_id, date, session, state, reason, school_code, class_code, recorded_by)
    select missed."rollId", ${date}::date, missed.session, missed.state, missed.reason, ${schoolCode}, ${code},
      ${caller.subject}
    from jsonb_to_recordset(${JSON.stringify(rowsToAdd)}::jsonb)
      missed ("rollId" text, session text, state text, reason text)`.execute(db);
  return rows;
}
