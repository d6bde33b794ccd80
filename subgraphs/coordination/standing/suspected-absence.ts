import { openSuspicion, unexcusedSpells, type AbsenceSpell } from '../../../policies/absence-spells.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { SourceRegister } from '../risk/missing-sources.js';
import { latestBy, type RuleContext } from './rule-context.js';

/**
 * The open spell of unexcused absence that makes the child a suspected dropout, by the clock, calendar and known days of
 * the class where it was last missed: education answers by the same rule, so the two never disagree.
 */
export function suspectedAbsenceOf(
  { rows }: ChildFacts,
  { attendanceClockAt }: Pick<RuleContext, 'attendanceClockAt'>,
): AbsenceSpell | null {
  const lastMissed = latestBy(rows.absence, ({ date }) => date);
  if (!lastMissed) return null;
  const clock = attendanceClockAt(lastMissed.schoolCode, lastMissed.classCode);
  const sessions = rows.absence.map(({ date, session, state }) => ({
    date: parseIsoDate(date),
    session,
    state,
  }));
  return openSuspicion(unexcusedSpells(sessions, clock), clock);
}

/** Whether any attendance is known: of a county that keeps none here, absence shows nothing. */
export function knowsAttendance({ registers }: { readonly registers: readonly SourceRegister[] }): boolean {
  return registers.some(({ agency, row }) => agency === 'education' && row.code === 'ATTENDANCE');
}
