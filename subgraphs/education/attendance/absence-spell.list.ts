import { sql } from 'kysely';
import { openSuspicion } from '../../../policies/absence-spells.js';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { selectColumns } from '../../_kit/select-columns.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { AbsenceEntity, type Absence } from './absence.entity.js';
import type { AbsenceSpellFilter } from './absence.input.js';
import type { AttendanceClocks, PupilAbsenceSpell } from './attendance-clock.js';
import { listSchoolPolicies, type SchoolPolicies } from '../school/school-policy.js';

/** More school days than an academic year has. */
const MOST_SCHOOL_DAYS = 200;
/** A term and the vacation after it: no open spell began earlier. */
const LOOK_BACK_DAYS = 230;

export interface ChildAbsence extends Absence {
  /** One id for all rows of a child, whatever id each was imported under. */
  readonly canonicalId: string;
}

type SpellKey = readonly [calendarDays: number, from: string, studentId: string];

/**
 * Open spells within the caller's reach, longest first.
 *
 * The database finds the children with enough unexcused days; whether the days follow on one another is the
 * calendar's question and is answered in memory, over those children alone.
 */
export async function listAbsenceSpells(
  context: LoaderContext,
  sources: { readonly clocks: AttendanceClocks; readonly policyOf: SchoolPolicies },
  filter: AbsenceSpellFilter,
  page: PageArgs,
): Promise<Connection<PupilAbsenceSpell>> {
  const minimumSchoolDays = minimumDaysOf(filter);
  const { limit, after } = pageRequest(page, ['integer', 'date', 'text']);
  const fewestDays = minimumSchoolDays ?? (await shortestFirstClock(context));
  const rows = await absencesOfCandidates(context, filter, fewestDays, context.today);
  const children = [...Map.groupBy(rows, ({ canonicalId }) => canonicalId).values()];
  const spells = (
    await Promise.all(children.map((absences) => openSpell(absences, sources, minimumSchoolDays)))
  )
    .filter((spell) => spell !== null)
    .sort((a, b) => inOrder(keyOf(a), keyOf(b)));
  const rest = after ? spells.filter((spell) => inOrder(keyOf(spell), after as SpellKey) > 0) : spells;
  return connectionOf(rest, limit, keyOf, spells.length);
}

/** @throws {HubError} BAD_USER_INPUT for less than a day, and for more than a year has */
export function minimumDaysOf({ minimumSchoolDays }: AbsenceSpellFilter): number | null {
  if (minimumSchoolDays != null && (minimumSchoolDays < 1 || minimumSchoolDays > MOST_SCHOOL_DAYS)) {
    throw new HubError('BAD_USER_INPUT', `"minimumSchoolDays" must be between 1 and ${MOST_SCHOOL_DAYS}.`);
  }
  return minimumSchoolDays ?? null;
}

export async function shortestFirstClock(context: LoaderContext): Promise<number> {
  const policies = await listSchoolPolicies(context);
  return Math.min(...policies.map(({ clocks }) => clocks.suspectAfterSchoolDays.value));
}

/** Which absences: those at some schools alone, beside what a client can ask for. */
export interface AbsencesWithin extends Pick<AbsenceSpellFilter, 'division' | 'school'> {
  readonly schools?: readonly string[];
}

/**
 * Days are counted by windows: of how many rows there are the planner knows nothing here, and joined with a count of
 * their own they are gone through once for each child.
 */
export async function absencesOfCandidates(
  { db, em, caller, today }: LoaderContext,
  { division, school, schools }: AbsencesWithin,
  fewestDays: number,
  countedUpTo: string,
): Promise<readonly ChildAbsence[]> {
  const since = addDays(parseIsoDate(countedUpTo), -LOOK_BACK_DAYS);
  const prefix = divisionPrefix(division ?? '');
  const columns = sql.raw(selectColumns(em.getMetadata().get<Absence>(AbsenceEntity)));
  const { rows } = await sql<ChildAbsence>`
    with unexcused as materialized (
      select absence.*, coalesce(
        (select canonical_id from student_scope where student_scope.student_id = absence.student_id limit 1),
        absence.student_id) as canonical_id
      from absence
      where state = 'UNEXCUSED' and date between ${since}::date and ${countedUpTo}::date
        and (${school ?? null}::text is null or school_code = ${school ?? null})
        and (${schools ?? null}::text[] is null or school_code = any(${schools ?? null}::text[]))
        and (${prefix} = '' or school_code in (select code from school where starts_with(division_code, ${prefix})))
    ), numbered as (
      select unexcused.*, dense_rank() over (partition by canonical_id order by date) as day from unexcused
    ), counted as (
      select numbered.*, max(day) over (partition by canonical_id) as days from numbered
    )
    select ${columns}, canonical_id as "canonicalId" from counted
    where days >= ${fewestDays}
      and ${studentWithinReach(caller, sql.ref('counted.student_id'), today)}`.execute(db);
  return rows;
}

async function openSpell(
  absences: readonly ChildAbsence[],
  { clocks, policyOf }: { readonly clocks: AttendanceClocks; readonly policyOf: SchoolPolicies },
  minimumSchoolDays: number | null,
): Promise<PupilAbsenceSpell | null> {
  const [latest] = await clocks.spellsOf(absences);
  if (!latest) return null;
  const suspectAfterSchoolDays =
    minimumSchoolDays ?? (await policyOf(latest.schoolCode)).clocks.suspectAfterSchoolDays.value;
  return openSuspicion([latest], { suspectAfterSchoolDays }) && latest;
}

function keyOf({ calendarDays, from, studentId }: PupilAbsenceSpell): SpellKey {
  return [calendarDays, from, studentId];
}

function inOrder(a: SpellKey, b: SpellKey): number {
  return b[0] - a[0] || compareText(a[1], b[1]) || compareText(a[2], b[2]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
