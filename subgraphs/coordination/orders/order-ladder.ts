import type { PolicyBody } from '../../../policies/bodies.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { Body } from '../casework/body.enums.js';
import type { EnforcementStep } from '../casework/enforcement-order.enums.js';

/** A step of the ladder (依法控辍程序), as the policy orders it. */
export interface LadderStep {
  readonly step: EnforcementStep;
  /** One of them takes the step. */
  readonly issuers: readonly Body[];
  /** Document and clause. */
  readonly clause: string;
}

/** Bodies that a policy may let issue an order. */
const ISSUERS: { readonly [Named in PolicyBody]?: Body } = {
  TOWNSHIP: 'TOWNSHIP',
  COUNTY_EDUCATION: 'EDUCATION',
  SCHOOL: 'SCHOOL',
  JUSTICE: 'JUSTICE',
  POLICE: 'POLICE',
  PROCURATORATE: 'PROCURATORATE',
  COURT: 'COURT',
};

const STEPS = [
  'ENROLMENT_NOTICE',
  'RETURN_ORDER',
  'CRITICISM_EDUCATION',
  'RECTIFICATION_ORDER',
  'JUDICIAL_DOCUMENT',
  'LEGAL_LIABILITY',
] as const satisfies readonly EnforcementStep[];

/** The steps in the policy's order: Changji criticises before it orders, Qingtongxia orders before it criticises. */
export function ladderOf({ escalation }: Pick<ResolvedPolicy, 'escalation'>): LadderStep[] {
  return STEPS.flatMap((step) => {
    const entry = escalation[step];
    return entry ? [{ step, entry }] : [];
  })
    .toSorted((a, b) => a.entry.value.order - b.entry.value.order)
    .map(({ step, entry }) => ({
      step,
      issuers: entry.value.issuers.flatMap((named): Body[] => {
        const body = ISSUERS[named];
        return body ? [body] : [];
      }),
      clause: policyClause(entry),
    }));
}
