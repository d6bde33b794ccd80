import type { PolicyBody } from '../../../policies/bodies.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
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
  readonly policyClause: string;
}

/**
 * Links of the chain at one place in one school year. Teachers and families sign at their school or village: theirs is
 * one link with all of them.
 */
export function pledgeLinksAt(
  place: DutyPlace,
  { pledges }: Pick<ResolvedPolicy, 'pledges'>,
  academicYear: number,
): PledgeLink[] {
  return Object.entries(pledges).flatMap(([link, stated]) => {
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
        policyClause: policyClause(stated),
      }));
  });
}

export function idOfPledge({ link, academicYear, grantee, place }: PledgeLink): string {
  return [link, academicYear, grantee, place.code].join(':');
}
