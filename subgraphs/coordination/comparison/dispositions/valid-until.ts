import { addDays, type IsoDate } from '../../../../policies/iso-date.js';
import type { Term } from '../../../../policies/school-calendar.js';
import { recheckDueOn, type Decision } from './expiry.js';

/** The last day on which a decision holds; null when it holds for good, or its term is not in the calendar yet. */
export function validUntilOf(
  decision: Decision,
  calendar: { readonly terms: readonly Pick<Term, 'start'>[] },
): IsoDate | null {
  const due = recheckDueOn(decision, calendar);
  return due && addDays(due, -1);
}
