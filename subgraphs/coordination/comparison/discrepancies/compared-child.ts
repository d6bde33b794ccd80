import type { ChildRecords } from '../../register/child-records.js';
import type { CatchmentContext } from '../../standing/due-school.js';
import type { RuleContext } from '../../standing/rule-context.js';
import type { MatchLink } from '../matching/match-tiers.js';

/** A child as a run compares it: the rows of all its ids, and how they came together. */
export interface ComparedChild extends ChildRecords {
  /** Of its members; automatic ones and those that a person decided. */
  readonly links: readonly MatchLink[];
  /** Proposed between this child and another one, either way round. */
  readonly suggestions: readonly MatchLink[];
}

export interface ComparisonContext extends RuleContext, CatchmentContext {
  /** YYYY-MM-DD of a register as it is loaded; null where it is not. */
  readonly asOf: (agency: string, register: string) => string | null;
}
