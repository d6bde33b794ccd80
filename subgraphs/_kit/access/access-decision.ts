import type { DataClass, Purpose } from '../../../policies/purposes.js';
import type { Approvals, ApprovedAccess } from './approvals.js';
import type { Caller } from './caller.js';

/** What one request may read, beside what each field's scope says. */
export interface AccessDecision {
  allows(dataClass: DataClass): boolean;
  /** Approvals under which the request runs, for the access log. */
  readonly approvalIds: readonly string[];
  /** Set when a case-level approval opens one child only: no other child is within reach of the request. */
  readonly onlyStudent: string | undefined;
}

export interface DecisionOptions {
  readonly agency: string;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly approvals: Approvals;
  readonly now: Date;
}

/**
 * Decides by purpose and approval: the purpose must reach the class of data at this agency, somebody must have
 * approved it for this caller, and RESTRICTED facts stay with the agency's own people (other agencies see that there
 * is a support need, in the school-age register).
 */
export function decideAccess(
  caller: Caller,
  { agency, purposes, approvals, now }: DecisionOptions,
): AccessDecision {
  const purpose = purposes.get(caller.purpose);
  const isReached = purpose?.agencies.some((name) => name === agency) === true;
  const approved: ApprovedAccess = approvals.find(caller, now);
  return {
    allows: (dataClass) =>
      isReached &&
      purpose.dataClasses.includes(dataClass) &&
      approved.dataClasses.has(dataClass) &&
      (dataClass !== 'RESTRICTED' || caller.agency === agency),
    approvalIds: approved.ids,
    onlyStudent: approved.onlyStudent,
  };
}
