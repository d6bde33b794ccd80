import type { Label } from '../../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../../policies/resolve-policy.js';

/** One side of a comparison. */
export interface CheckedSide {
  readonly label: Label;
  readonly agency: string;
}

/** One of the comparisons (比对) that the documents in force order. */
export interface OrderedComparison {
  readonly key: string;
  readonly label: Label;
  /** What it finds. */
  readonly finds: Label;
  /** Null for a source that no document describes as a check (查) of its own. */
  readonly left: CheckedSide | null;
  readonly right: CheckedSide | null;
  readonly policyClause: string;
}

/** What a run compares, in the order of the documents. */
export function orderedComparisons({
  comparisons,
  checks,
}: Pick<ResolvedPolicy, 'comparisons' | 'checks'>): OrderedComparison[] {
  const side = (source: keyof typeof checks): CheckedSide | null => {
    const stated = checks[source];
    return stated ? { label: stated.value.label, agency: stated.value.agency } : null;
  };
  return Object.entries(comparisons).flatMap(([key, stated]) => {
    if (!stated) return [];
    const { label, finds, left, right } = stated.value;
    return [{ key, label, finds, left: side(left), right: side(right), policyClause: policyClause(stated) }];
  });
}
