/**
 * What the sheets of some terms come to, told by walking from school day to school day. It imports nothing
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

/** Of what day somebody told, and on which day. */
export interface ToldOf {
  readonly about: string;
  readonly on: string;
}

export interface ToldDuty {
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly state: string;
}

const TERMS = [
  ['2025-09-01', '2026-01-30'],
  ['2026-03-02', '2026-07-10'],
  ['2026-09-01', '2027-01-22'],
] as const;
const days = (year: string, list: string) => list.split(' ').map((day) => `${year}-${day}`);
/** Weekdays of these terms that are free, and days of a weekend that are worked (国办发明电); of 2027 nothing is known. */
const FREE = new Set([
  ...days('2025', '10-01 10-02 10-03 10-06 10-07 10-08'),
  ...days('2026', '01-01 01-02 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07'),
]);
const WORKED = new Set([...days('2025', '09-28 10-11'), ...days('2026', '01-04 05-09 09-20 10-10')]);
const SUSPECTED_AFTER = 3;
const REPORTED_AFTER = 7;

export function dayAfter(day: string, days = 1): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

const termOf = (day: string) => TERMS.findIndex(([start, end]) => start <= day && day <= end);

export function isLesson(day: string): boolean {
  if (termOf(day) < 0) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return isWeekend ? WORKED.has(day) : !FREE.has(day);
}

export function lessonsBetween(from: string, to: string): string[] {
  const lessons: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) if (isLesson(day)) lessons.push(day);
  return lessons;
}

const isAway = (mark: DayMark | undefined) => mark === 'WHOLE' || mark === 'HALVES';
/** Whole days on which somebody was missed, with leave or without. */
export const isMissed = (mark: DayMark | undefined) =>
  isAway(mark) || mark === 'EXCUSED' || mark === 'HALF_EXCUSED';

function calendarDays(from: string, to: string): number {
  let count = 1;
  for (let day = from; day < to; day = dayAfter(day)) count += 1;
  return count;
}

/** @param lessons days that the sheets speak of, in order; @returns the earliest spell first */
export function toldSpells(marks: ReadonlyMap<string, DayMark>, lessons: readonly string[]): ToldSpell[] {
  const spells: ToldSpell[] = [];
  let current: ToldSpell | undefined;
  for (const day of lessons) {
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
  reports: readonly ToldOf[],
  knownUpTo: string,
): ToldDuty | null {
  const spell = spells[at];
  if (!spell?.reportableSince) return null;
  const before = spells[at - 1]?.to ?? '';
  const isLast = at === spells.length - 1;
  const own = reports.filter(({ about }) => about > before && (isLast || about <= spell.to));
  return toldDuty(spell, spell.reportableSince, own, knownUpTo);
}

/** What is to be said of the contact with the guardian that the first missed day asks for. */
export function toldContact(
  spells: readonly ToldSpell[],
  at: number,
  contacts: readonly ToldOf[],
  knownUpTo: string,
): ToldDuty | null {
  const spell = spells[at];
  if (!spell) return null;
  const next = spells[at + 1]?.from;
  const own = contacts.filter(({ about }) => about >= spell.from && (next === undefined || about < next));
  return toldDuty(spell, spell.from, own, knownUpTo);
}

function toldDuty(spell: ToldSpell, since: string, done: readonly ToldOf[], knownUpTo: string): ToldDuty {
  let dueOn = dayAfter(since);
  while (!isLesson(dueOn)) dueOn = dayAfter(dueOn);
  const doneOn = done.map(({ on }) => on).toSorted()[0] ?? null;
  const isLapsed = spell.backOn !== null && spell.backOn <= dueOn;
  const open = isLapsed ? 'LAPSED' : knownUpTo > dueOn ? 'OVERDUE' : 'DUE';
  return { dueOn, doneOn, state: doneOn === null ? open : doneOn <= dueOn ? 'DONE' : 'DONE_LATE' };
}
