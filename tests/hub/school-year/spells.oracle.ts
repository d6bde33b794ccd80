/**
 * What the sheets of the school year 2025/2026 come to, told by walking from school day to school day. It imports nothing
 * of the hub: calendar and limits are written down here once more, from the notices themselves.
 */

/** Whom a sheet shows: there, or missed in part or as a whole. */
export type DayMark = 'THERE' | 'MORNING' | 'HALVES' | 'WHOLE' | 'EXCUSED' | 'HALF_EXCUSED';

export interface ToldSpell {
  from: string;
  to: string;
  schoolDays: number;
  suspectedSince: string | null;
  reportableSince: string | null;
  /** A day of lessons has come that is not part of it. */
  isOver: boolean;
  /** The first day of lessons after it, where the child was not away on that day too. */
  backOn: string | null;
}

export interface ToldReport {
  readonly leftOn: string;
  readonly on: string;
}

const TERMS = [
  ['2025-09-01', '2026-01-30'],
  ['2026-03-02', '2026-07-10'],
] as const;
/** Weekdays of these terms that are free, and days of a weekend that are worked (国办发明电). */
const FREE = new Set(
  '10-01 10-02 10-03 10-06 10-07 10-08 01-01 01-02 04-06 05-01 05-04 05-05 06-19'.split(' '),
);
const WORKED = new Set('09-28 10-11 01-04 05-09'.split(' '));
/** A Tuesday on which lessons begin again. */
const NEXT_YEAR = '2026-09-01';
const SUSPECTED_AFTER = 3;
const REPORTED_AFTER = 7;

export const FIRST_DAY = TERMS[0][0];
export const LAST_DAY = TERMS[1][1];

export function dayAfter(day: string, days = 1): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

const termOf = (day: string) => TERMS.findIndex(([start, end]) => start <= day && day <= end);

export function isLesson(day: string): boolean {
  if (termOf(day) < 0) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return isWeekend ? WORKED.has(day.slice(5)) : !FREE.has(day.slice(5));
}

export const LESSONS: readonly string[] = Array.from({ length: 313 }, (_, days) =>
  dayAfter(FIRST_DAY, days),
).filter(isLesson);

const isAway = (mark: DayMark | undefined) => mark === 'WHOLE' || mark === 'HALVES';
/** Whole days on which somebody was missed, with leave or without. */
export const isMissed = (mark: DayMark | undefined) =>
  isAway(mark) || mark === 'EXCUSED' || mark === 'HALF_EXCUSED';

function calendarDays(from: string, to: string): number {
  let days = 1;
  for (let day = from; day < to; day = dayAfter(day)) days += 1;
  return days;
}

/** @param days days of lessons that the sheets speak of, in order; @returns the earliest spell first */
export function toldSpells(marks: ReadonlyMap<string, DayMark>, days: readonly string[]): ToldSpell[] {
  const spells: ToldSpell[] = [];
  let current: ToldSpell | undefined;
  for (const day of days) {
    const away = isAway(marks.get(day));
    if (current && (!away || termOf(current.to) !== termOf(day))) {
      current.isOver = true;
      if (!away) current.backOn = day;
      current = undefined;
    }
    if (!away) continue;
    if (!current) {
      const none = { suspectedSince: null, reportableSince: null, backOn: null };
      current = { from: day, to: day, schoolDays: 0, isOver: false, ...none };
      spells.push(current);
    }
    current.to = day;
    current.schoolDays += 1;
    if (current.schoolDays >= SUSPECTED_AFTER) {
      current.suspectedSince ??= day;
      if (calendarDays(current.from, day) > REPORTED_AFTER) current.reportableSince ??= day;
    }
  }
  return spells;
}

/** What is to be said of the written report that a spell asks for; null where it asks for none. */
export function toldReport(
  spells: readonly ToldSpell[],
  at: number,
  reports: readonly ToldReport[],
  knownUpTo: string,
): { readonly dueOn: string; readonly doneOn: string | null; readonly state: string } | null {
  const spell = spells[at];
  if (!spell?.reportableSince) return null;
  const since = spell.reportableSince;
  let dueOn = dayAfter(since);
  while (!isLesson(dueOn) && dueOn < NEXT_YEAR) dueOn = dayAfter(dueOn);
  const before = spells[at - 1]?.to ?? '';
  const isLast = at === spells.length - 1;
  const own = reports.filter(({ leftOn }) => leftOn > before && (isLast || leftOn <= spell.to));
  const doneOn = own.map(({ on }) => on).toSorted()[0] ?? null;
  const isLapsed = spell.backOn !== null && spell.backOn <= dueOn;
  const open = isLapsed ? 'LAPSED' : knownUpTo > dueOn ? 'OVERDUE' : 'DUE';
  return { dueOn, doneOn, state: doneOn === null ? open : doneOn <= dueOn ? 'DONE' : 'DONE_LATE' };
}
