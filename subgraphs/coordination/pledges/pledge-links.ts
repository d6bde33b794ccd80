import type { PolicyBody } from '../../../policies/bodies.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { pledgedTargets, type PledgedTarget } from './pledged-targets.js';
import { levelOf, type DutyPlace } from '../duties/duty-places.js';

/** A pledge that a policy asks for: who takes it from whom, and where the one who pledges is. */
export interface PledgeLink {
  /** Key of the link in the policy. */
  readonly link: string;
  readonly label: Label;
  readonly line: 'GOVERNMENT' | 'EDUCATION';
  readonly grantor: PolicyBody;
  readonly grantee: PolicyBody;
  readonly place: DutyPlace;
  readonly academicYear: number;
  /** What is pledged. */
  readonly targets: readonly PledgedTarget[];
  readonly policyClause: string;
}

/**
 * Links of the chain at one place in one school year. Teachers and families sign at their school or village: theirs is
 * one link with all of them.
 */
export function pledgeLinksAt(
  place: DutyPlace,
  policy: Pick<ResolvedPolicy, 'pledges' | 'targets'>,
  academicYear: number,
): PledgeLink[] {
  const targets = pledgedTargets(policy);
  return Object.entries(policy.pledges).flatMap(([link, stated]) => {
    if (!stated) return [];
    const { label, line, between: grantor, and } = stated.value;
    return and
      .filter((grantee) => (levelOf(grantee) ?? levelOf(grantor)) === place.kind)
      .map((grantee) => ({
        link,
        label,
        line,
        grantor,
        grantee,
        place,
        academicYear,
        targets,
        policyClause: policyClause(stated),
      }));
  });
}

export function idOfPledge({ link, academicYear, grantee, place }: PledgeLink): string {
  return [link, academicYear, grantee, place.code].join(':');
}
