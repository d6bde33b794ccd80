import type { IsoDate } from '../../../policies/iso-date.js';
import type { Label } from '../../../policies/policy-label.js';
import type { TargetValue } from '../../../policies/policy-values.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';

/** What is pledged: a target of the policy in force. */
export interface PledgedTarget {
  readonly label: Label;
  readonly operator: TargetValue['operator'];
  readonly value: number;
  readonly unit: TargetValue['unit'];
  /** Null where the document sets no day. */
  readonly reachBy: IsoDate | null;
  readonly policyClause: string;
}

/** The targets that a pledge (目标责任书) is about: all of the place, since no document divides them among those who sign. */
export function pledgedTargets({ targets }: Pick<ResolvedPolicy, 'targets'>): PledgedTarget[] {
  return Object.values(targets).flatMap((stated) => {
    if (!stated) return [];
    const { label, operator, value, unit, reachBy = null } = stated.value;
    return [{ label, operator, value, unit, reachBy, policyClause: policyClause(stated) }];
  });
}
