import { addDays, dayInShanghai, daysBetween, parseIsoDate, type IsoDate } from './iso-date.js';
import { policyClause, type ResolvedPolicy } from './resolve-policy.js';
import type { SchoolCalendar } from './school-calendar.js';

export type AbsenceSpellKind = 'SHORT' | 'SUSPECTED_DROPOUT' | 'DROPOUT_TO_REPORT';

/** Missed school days in a row, each of them whole and unexcused. */
export interface AbsenceSpell {
  readonly kind: AbsenceSpellKind;
  /** First and last missed school day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly schoolDays: number;
  /** From the first to the last missed day, weekends and holidays between them included. */
  readonly calendarDays: number;
  /** The missed day on which the first clock ran; null while it has not. */
  readonly suspectedFrom: IsoDate | null;
  /** The missed day on which the second clock had run too; null while it has not. */
  readonly reportableFrom: IsoDate | null;
  /** True until a school day comes that was not missed; null where the calendar cannot tell. */
  readonly isOpen: boolean | null;
  /** First school day after it of which the data speak; null while there is none, and where the calendar cannot tell. */
  readonly nextSchoolDay: IsoDate | null;
  /** Document and clause of the clock that decided the kind. */
  readonly policyClause: string;
}

export interface MissedSession {
  readonly date: IsoDate;
  readonly session: string;
  readonly state: string;
}

export interface AttendanceClock {
  readonly calendar: Pick<SchoolCalendar, 'termOf' | 'isSchoolDay'>;
  /** 无故三天未到校 (青政办发〔2018〕49号 三（一）3), counted as school days in a row. */
  readonly suspectAfterSchoolDays: number;
  /** 离校超过一个星期 (same clause): strictly more calendar days than this. */
  readonly reportAfterCalendarDays: number;
  /** Document and clause of either clock. */
  readonly clauses: { readonly suspect: string; readonly report: string };
  /** Last day of the attendance data; days after it say nothing yet. */
  readonly countedUpTo: IsoDate;
  /** Whether the sheet of a day before it has not come in. */
  readonly isSheetMissing: (day: IsoDate) => boolean;
}

/**
 * The clocks of the place where a school stands.
 * @param countedUpTo see `attendanceCountedUpTo`.
 */
export function attendanceClock(
  { clocks }: Pick<ResolvedPolicy, 'clocks'>,
  calendar: AttendanceClock['calendar'],
  countedUpTo: IsoDate,
  isSheetMissing: AttendanceClock['isSheetMissing'] = () => false,
): AttendanceClock {
  return {
    calendar,
    isSheetMissing,
    suspectAfterSchoolDays: clocks.suspectAfterSchoolDays.value,
    reportAfterCalendarDays: clocks.reportAfterCalendarDays.value,
    clauses: {
      suspect: policyClause(clocks.suspectAfterSchoolDays),
      report: policyClause(clocks.reportAfterCalendarDays),
    },
    countedUpTo,
  };
}

/**
 * The last day of the attendance data: sheets that have not come in yet show nobody as present.
 * @param asOf date of the register; undefined when it was never loaded.
 * @param today YYYY-MM-DD.
 */
export function attendanceCountedUpTo(asOf: Date | undefined, today: string): IsoDate {
  const loadedUpTo = asOf ? dayInShanghai(asOf) : today;
  return parseIsoDate(loadedUpTo < today ? loadedUpTo : today);
}

/**
 * The spell by which a child is a suspected dropout at the date of the data, or none: it is still going on, and the
 * first clock has run. A spell of which the calendar cannot tell whether it goes on shows nothing.
 * @param spells as `unexcusedSpells` gives them.
 */
export function openSuspicion(
  spells: readonly AbsenceSpell[],
  { suspectAfterSchoolDays }: Pick<AttendanceClock, 'suspectAfterSchoolDays'>,
): AbsenceSpell | null {
  const [latest] = spells;
  return latest?.isOpen && latest.schoolDays >= suspectAfterSchoolDays ? latest : null;
}

/**
 * The spells of one child, latest first.
 *
 * A half day attended, an excused day and a vacation end a spell: none of them shows that the child stayed away.
 * A day that the calendar cannot tell (holidays not announced) ends it too, unless the school itself recorded an
 * absence on that day, which shows that lessons were held. Over a day whose sheet has not come in a spell goes on.
 */
export function unexcusedSpells(sessions: readonly MissedSession[], given: AttendanceClock): AbsenceSpell[] {
  const clock = { ...given, calendar: withoutSilentDays(sessions, given) };
  const spells: AbsenceSpell[] = [];
  let run: IsoDate[] = [];
  for (const day of missedSchoolDays(sessions, clock)) {
    const previous = run.at(-1);
    if (previous && !followsOn(previous, day, clock)) {
      spells.push(toSpell(run, clock));
      run = [];
    }
    run.push(day);
  }
  if (run.length > 0) spells.push(toSpell(run, clock));
  return spells.reverse();
}

/**
 * A day whose sheet has not come in shows neither that a child was there nor that it was away. Where the child itself
 * stands on a sheet, that of a former class for example, the day is known.
 */
function withoutSilentDays(
  sessions: readonly MissedSession[],
  { calendar, isSheetMissing }: AttendanceClock,
): AttendanceClock['calendar'] {
  const told = new Set(sessions.map(({ date }) => date));
  return {
    termOf: (day) => calendar.termOf(day),
    isSchoolDay: (day) =>
      isSheetMissing(day) && !told.has(day) ? { known: true, value: false } : calendar.isSchoolDay(day),
  };
}

function missedSchoolDays(
  sessions: readonly MissedSession[],
  { calendar, countedUpTo }: AttendanceClock,
): IsoDate[] {
  const sessionsByDay = Map.groupBy(
    sessions.filter(({ state, date }) => state === 'UNEXCUSED' && date <= countedUpTo),
    ({ date }) => date,
  );
  return [...sessionsByDay]
    .filter(([, missed]) => isWholeDay(missed))
    .map(([date]) => date)
    .filter((date) => {
      const answer = calendar.isSchoolDay(date);
      return !answer.known || answer.value;
    })
    .sort();
}

function isWholeDay(missed: readonly MissedSession[]): boolean {
  const sessions = new Set(missed.map(({ session }) => session));
  return sessions.has('WHOLE_DAY') || (sessions.has('MORNING') && sessions.has('AFTERNOON'));
}

function followsOn(previous: IsoDate, day: IsoDate, { calendar }: AttendanceClock): boolean {
  if (calendar.termOf(previous)?.key !== calendar.termOf(day)?.key) return false;
  return firstSchoolDay(addDays(previous, 1), addDays(day, -1), calendar) === null;
}

/** The first day from `from` to `to` on which lessons were held, or null; undefined where a day before it is not known. */
function firstSchoolDay(
  from: IsoDate,
  to: IsoDate,
  calendar: AttendanceClock['calendar'],
): IsoDate | null | undefined {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const answer = calendar.isSchoolDay(day);
    if (!answer.known) return undefined;
    if (answer.value) return day;
  }
  return null;
}

function toSpell(run: readonly IsoDate[], clock: AttendanceClock): AbsenceSpell {
  const [from, to] = [run[0], run.at(-1)];
  if (!from || !to) throw new RangeError('A spell has at least one day.');
  const calendarDays = daysBetween(from, to) + 1;
  const suspectedFrom = run[clock.suspectAfterSchoolDays - 1] ?? null;
  // A long holiday between two missed days makes many calendar days of few school days: both clocks have to have run.
  const reportableFrom =
    run.find((day) => suspectedFrom && day >= suspectedFrom && hasLeft(from, day, clock)) ?? null;
  const next = firstSchoolDay(addDays(to, 1), clock.countedUpTo, clock.calendar);
  const kind = reportableFrom ? 'DROPOUT_TO_REPORT' : suspectedFrom ? 'SUSPECTED_DROPOUT' : 'SHORT';
  return {
    kind,
    suspectedFrom,
    reportableFrom,
    policyClause: kind === 'DROPOUT_TO_REPORT' ? clock.clauses.report : clock.clauses.suspect,
    from,
    to,
    schoolDays: run.length,
    calendarDays,
    isOpen: next === undefined ? null : next === null,
    nextSchoolDay: next ?? null,
  };
}

function hasLeft(from: IsoDate, day: IsoDate, { reportAfterCalendarDays }: AttendanceClock): boolean {
  return daysBetween(from, day) + 1 > reportAfterCalendarDays;
}
