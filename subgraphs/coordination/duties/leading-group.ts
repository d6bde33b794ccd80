import { BODIES, type PolicyBody } from '../../../policies/bodies.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { DutyPlace } from './duty-places.js';

/** A leading group (控辍保学工作领导小组) as a document orders it; posts and numbers, never persons. */
export interface LeadingGroup {
  readonly label: Label;
  readonly head: Label | null;
  readonly deputies: number | null;
  readonly members: number | null;
  readonly memberKinds: readonly { readonly label: Label; readonly number: number }[];
  /** Body that hosts its office. */
  readonly officeAt: Label | null;
  readonly policyClause: string;
}

/** @returns null where no document says what the group of that body is to be like */
export function leadingGroupOf(
  body: PolicyBody,
  { kind }: Pick<DutyPlace, 'kind'>,
  { leadingGroups }: Pick<ResolvedPolicy, 'leadingGroups'>,
): LeadingGroup | null {
  const key = body === 'MEMBER_UNIT' ? body : kind;
  const stated = key === 'PROVINCE' || key === 'PREFECTURE' ? undefined : leadingGroups[key];
  if (!stated) return null;
  const { label, head, deputies, members, memberKinds, officeAt } = stated.value;
  return {
    label,
    head,
    deputies,
    members,
    memberKinds,
    officeAt: officeAt && BODIES[officeAt],
    policyClause: policyClause(stated),
  };
}
