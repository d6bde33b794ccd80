import { sql, type Kysely } from 'kysely';
import { attendanceClock } from '../../../policies/absence-spells.js';
import { parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { createSchoolCalendar } from '../../../policies/school-calendar.js';
import { DISPOSITIONS, type DispositionCode } from '../comparison/dispositions/dispositions.js';
import type { CaseFacts, CaseRules, DecisionMeaning, ObservedAttendance } from './case-facts.js';
import { caseStanding, type CaseStanding } from './case-state.js';
import { readCases, type StoredCase } from './stored-case.js';

type Db = Kysely<unknown>;
type Columns = CaseStanding & {
  readonly reason: string;
  readonly taskTeam: readonly string[] | null;
  readonly attendanceKnownUpTo: IsoDate | null;
};

/** Of a county's cases, so many at once. */
const BATCH = 500;

/**
 * Writes what follows from the facts of cases: the one place that sets a state, within the transaction of each mutation
 * that records a fact and of each comparison. To be called in the service's context, since facts may stand under any id
 * of the child.
 *
 * @param studentIds any ids of the children; null for all cases
 * @returns children of whose cases something else is said from here on
 */
export async function settleCases(
  db: Db,
  studentIds: readonly string[] | null,
  policy: ResolvedPolicy,
): Promise<string[]> {
  const rules = rulesOf(policy);
  const changed: string[] = [];
  for (let after = '0'; ;) {
    const cases = await readCases(db, { studentIds, after, limit: BATCH });
    const last = cases.at(-1);
    if (!last) return changed;
    for (const stored of cases) if (await settle(db, stored, rules)) changed.push(stored.studentId);
    after = last.id;
  }
}

export function rulesOf(policy: ResolvedPolicy): CaseRules {
  const calendar = createSchoolCalendar(policy);
  return {
    calendar,
    clock: attendanceClock(policy, calendar, parseIsoDate('1970-01-01')),
    followUpAfterReturnDays: policy.clocks.followUpAfterReturnDays.value,
    verifyWithinDays: policy.verification.townshipDays.value,
  };
}

async function settle(db: Db, stored: StoredCase, rules: CaseRules): Promise<boolean> {
  const observed: ObservedAttendance | null = stored.observed;
  const { returnSchoolCode, ...standing } = caseStanding(factsOf(stored), observed, rules);
  const columns: Columns = {
    ...standing,
    returnSchoolCode,
    reason: stored.latestReason ?? stored.reason,
    taskTeam: stored.latestTeam ?? stored.taskTeam,
    attendanceKnownUpTo: observed?.knownUpTo ?? null,
  };
  const { taskTeam } = columns;
  const team = taskTeam && sql`${[...taskTeam]}::text[]`;
  const { rows } = await sql`
    update dropout_case set state = ${columns.state}, state_since = ${columns.since}::date, episode = ${columns.episode},
      episode_from = ${columns.episodeFrom}::date,
      returned_on = ${columns.returnedOn}::date, return_school_code = ${columns.returnSchoolCode},
      first_attended_on = ${columns.firstAttendedOn}::date, attendance_known_up_to = ${columns.attendanceKnownUpTo}::date,
      verified_on = ${columns.verifiedOn}::date, confirmed_on = ${columns.confirmedOn}::date,
      closed_on = ${columns.closedOn}::date, closed_by = ${columns.closedBy}, next_step = ${columns.nextStep},
      next_due_on = ${columns.nextDueOn}::date, reason = ${columns.reason}, task_team = ${team}, version = version + 1
    where id = ${stored.id}::bigint and (state, state_since, episode, episode_from, returned_on, return_school_code,
      first_attended_on, verified_on, confirmed_on, closed_on, closed_by, next_step, next_due_on, reason, task_team) is distinct from (${columns.state}::text,
      ${columns.since}::date, ${columns.episode}::int, ${columns.episodeFrom}::date, ${columns.returnedOn}::date,
      ${columns.returnSchoolCode}::text, ${columns.firstAttendedOn}::date, ${columns.verifiedOn}::date,
      ${columns.confirmedOn}::date, ${columns.closedOn}::date, ${columns.closedBy}::text, ${columns.nextStep}::text,
      ${columns.nextDueOn}::date, ${columns.reason}::text, ${team}::text[])
    returning id`.execute(db);
  // How far attendance is known goes on with each comparison, and is nothing that a form has to look at again.
  if (rows.length === 0)
    await sql`update dropout_case set attendance_known_up_to = ${columns.attendanceKnownUpTo}::date
      where id = ${stored.id}::bigint and attendance_known_up_to is distinct from ${columns.attendanceKnownUpTo}::date`.execute(
      db,
    );
  return rows.length > 0;
}

function factsOf(stored: StoredCase): CaseFacts {
  return {
    ...stored,
    decisions: stored.decisions.map(({ on, order, code }) => ({ on, order, ...meaningOf(code) })),
    placements: stored.placements.map(({ on, mode, schoolCode }) => ({
      on,
      schoolCode,
      isObservable: schoolCode !== null && mode !== 'HOME_TEACHING' && mode !== 'OUT_OF_COUNTY',
    })),
  };
}

/** Whose word ends a case without a return (销号). */
export const ENDING: ReadonlySet<DispositionCode> = new Set<DispositionCode>([
  'COMPLETED',
  'OVERAGE',
  'DECEASED',
]);
/** Schools whose sheets come in here. */
const ON_SHEETS: ReadonlySet<DispositionCode> = new Set<DispositionCode>(['IN_SCHOOL_IN_COUNTY', 'RETURNED']);

function meaningOf(code: DispositionCode): { meaning: DecisionMeaning; isObservable: boolean } {
  const { family } = DISPOSITIONS[code];
  const isObservable = ON_SHEETS.has(code);
  if (ENDING.has(code)) return { meaning: 'ENDS', isObservable };
  if (family === 'TRUE') return { meaning: 'CONFIRMS', isObservable };
  return { meaning: family === 'IN_SCHOOL' ? 'IN_SCHOOL' : 'OPEN', isObservable };
}
