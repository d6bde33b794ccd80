import { daysBetween, type IsoDate } from '../../../../policies/iso-date.js';
import type { FollowUpState } from './supervision.enums.js';

/** How a decision or finding stands today, and how many days it is or was late. */
export function followUpState(
  dueOn: IsoDate,
  doneOn: IsoDate | null,
  today: IsoDate,
): { readonly state: FollowUpState; readonly daysLate: number } {
  const daysLate = Math.max(0, daysBetween(dueOn, doneOn ?? today));
  if (doneOn) return { state: daysLate > 0 ? 'DONE_LATE' : 'DONE', daysLate };
  return { state: daysLate > 0 ? 'OVERDUE' : 'OPEN', daysLate };
}
