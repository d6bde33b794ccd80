import { unexcusedSpells, type AbsenceSpell } from '../../../policies/absence-spells.js';
import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import type { CaseRules, ObservedAttendance } from './case-facts.js';

/** What attendance says, asked day by day. */
export interface AttendedDays {
  readonly knownUpTo: IsoDate | null;
  /** The first day from `from` on that the child attended, as far as sheets and calendar tell; null while there is none. */
  firstFrom(from: IsoDate): IsoDate | null;
  /** Suspicions: spells over which the first clock has run, the earliest first. */
  readonly suspicions: readonly AbsenceSpell[];
  readonly marks: ObservedAttendance['marks'];
  /** The mark that the record bears on a day. */
  markOn(day: IsoDate): 'DROPPED_OUT' | 'RETURNED' | null;
}

export function attendedDays(
  observed: ObservedAttendance | null,
  { clock, calendar }: CaseRules,
): AttendedDays {
  if (!observed)
    return { knownUpTo: null, firstFrom: () => null, suspicions: [], marks: [], markOn: () => null };
  const { knownUpTo, isOnTheRoll } = observed;
  const withoutSheet = new Set(observed.withoutSheet);
  const missed = new Set(observed.missed.map(({ on }) => on));
  const sessions = observed.missed.map(({ on, isExcused }) => ({
    date: on,
    session: 'WHOLE_DAY',
    state: isExcused ? 'EXCUSED' : 'UNEXCUSED',
  }));
  const marks = observed.marks.toSorted((a, b) => inOrder(a.on, b.on) || inOrder(a.kind, b.kind));
  // Of two marks of one day the return is the later one: nobody is marked as returned who had not left.
  const markOn = (day: IsoDate) => marks.findLast(({ on }) => on <= day)?.kind ?? null;
  const isAttended = (day: IsoDate) => {
    const answer = calendar.isSchoolDay(day);
    return (
      answer.known &&
      answer.value &&
      !missed.has(day) &&
      !withoutSheet.has(day) &&
      markOn(day) !== 'DROPPED_OUT'
    );
  };
  return {
    knownUpTo,
    marks,
    markOn,
    suspicions: unexcusedSpells(sessions, {
      ...clock,
      isSheetMissing: (day) => withoutSheet.has(day),
      countedUpTo: knownUpTo,
    })
      .filter(({ suspectedFrom }) => suspectedFrom !== null)
      .reverse(),
    firstFrom(from) {
      if (!isOnTheRoll) return null;
      for (let day = from; day <= knownUpTo; day = addDays(day, 1)) if (isAttended(day)) return day;
      return null;
    },
  };
}

export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
