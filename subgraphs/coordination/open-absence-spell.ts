import { addDays, type IsoDate } from '../../policies/iso-date.js';
import type { FactTables } from './fact-tables.js';
import type { RuleContext } from './rule-context.js';

export interface OpenSpell {
  /** First missed school day. */
  readonly from: IsoDate;
  readonly schoolDays: number;
}

/** Longer than any term; ends the walk back when the calendar knows no school day at all. */
const LONGEST_WALK_DAYS = 400;

/**
 * The run of whole unexcused school days that reaches up to today, or none.
 *
 * Weekends and holidays neither count nor break it; a half day attended or an excused day does. Today itself breaks
 * nothing: its sheet may not be in yet. A day that the calendar cannot tell counts only if an absence is recorded.
 */
export function openSpellOf(
  absences: readonly FactTables['absence'][],
  { today, calendar }: Pick<RuleContext, 'today' | 'calendar'>,
): OpenSpell | null {
  const missed = new Set(
    absences
      .filter(({ session, state }) => session === 'WHOLE_DAY' && state === 'UNEXCUSED')
      .map(({ date }) => date),
  );
  if (missed.size === 0) return null;
  let from: IsoDate | null = null;
  let schoolDays = 0;
  for (let back = 0, day = today; back < LONGEST_WALK_DAYS; back += 1, day = addDays(day, -1)) {
    if (missed.has(day)) {
      from = day;
      schoolDays += 1;
      continue;
    }
    const isSchoolDay = calendar.isSchoolDay(day);
    if (day !== today && (!isSchoolDay.known || isSchoolDay.value)) break;
  }
  return from ? { from, schoolDays } : null;
}
