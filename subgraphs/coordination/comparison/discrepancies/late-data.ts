import { addDays, parseIsoDate } from '../../../../policies/iso-date.js';
import type { RuleContext } from '../../standing/rule-context.js';
import type { Finding } from './discrepancy.js';

const MONTH_DAYS = 31;

/** Days by which a register can be behind what happened; a difference younger than that may be the delay alone. */
export interface FeedLags {
  readonly status: number;
  readonly household: number;
  readonly poverty: number;
  readonly disability: number;
}

export function feedLags({ policy }: Pick<RuleContext, 'policy'>): FeedLags {
  return {
    status: policy.studentStatus.openWithinMonthsOfEnrolment.value * MONTH_DAYS,
    // Household events take days to months, poverty and relief a month, the federation some weeks: hub defaults.
    household: 2 * MONTH_DAYS,
    poverty: MONTH_DAYS,
    disability: 21,
  };
}

/** The last day on which the delay may still explain a finding; null when it is due now. */
export function heldUntil({ lag }: Finding, today: string): string | null {
  if (!lag) return null;
  const until = addDays(parseIsoDate(lag.since), lag.days);
  return today <= until ? until : null;
}
