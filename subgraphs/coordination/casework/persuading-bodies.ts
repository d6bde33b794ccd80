import type { PolicyBody } from '../../../policies/bodies.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { policyClause, type PolicyLibrary } from '../../../policies/resolve-policy.js';

/** Which bodies have to persuade, and who says so. */
export interface PersuadingBodies {
  readonly bodies: readonly PolicyBody[];
  readonly policyClause: string;
}

/**
 * Who has to persuade the child of a case to return (劝返), by the policy in force at its township.
 * @param townshipCode 12 digits
 */
export function persuadingBodies(
  { policies, today }: { readonly policies: PolicyLibrary; readonly today: string },
  { townshipCode }: { readonly townshipCode: string },
): PersuadingBodies {
  const { persuadedBy } = policies.policyFor(townshipCode, parseIsoDate(today)).dropoutReporting;
  return { bodies: persuadedBy.value, policyClause: policyClause(persuadedBy) };
}
