import { isOpenLabourCase } from '../../../policies/child-labour.js';
import type { ChildLabourState } from './child-labour-case.enums.js';

/** What the state of a case depends on: days as YYYY-MM-DD; null or undefined until there is one. */
export interface ChildLabourDays {
  readonly orderIssuedOn?: string | null;
  readonly returnDueOn?: string | null;
  readonly returnedOn?: string | null;
  readonly schoolContactedOn?: string | null;
  readonly enrolledOn?: string | null;
}

/**
 * State of a case as of a day. A child still at work outweighs what its school was told, and a case is past RETURNED
 * only when it is closed by the rule of the policies: that the child enrolled is hearsay until the bureau did its part.
 */
export function childLabourState(days: ChildLabourDays, today: string): ChildLabourState {
  const { orderIssuedOn, returnDueOn, returnedOn, enrolledOn } = days;
  if (returnedOn == null) {
    if (orderIssuedOn == null) return 'FOUND';
    return returnDueOn != null && returnDueOn < today ? 'RETURN_OVERDUE' : 'ORDERED';
  }
  if (isOpenLabourCase(days)) return 'RETURNED';
  return enrolledOn == null ? 'SCHOOL_CONTACTED' : 'ENROLLED';
}
