import type { PolicyBody } from '../../../policies/bodies.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { ResponsibleRole } from './responsibility.enums.js';

/** Which bodies a policy makes the first responsible, the directly responsible, the supervisor. */
export interface RoleOfBodies {
  readonly role: ResponsibleRole;
  readonly label: Label;
  readonly bodies: readonly PolicyBody[];
  readonly policyClause: string;
}

const ROLES: readonly ResponsibleRole[] = ['FIRST', 'DIRECT', 'SUPERVISOR'];

/** @returns those that the policy in force names, in order; a document that names none makes nobody responsible so */
export function rolesOf({ responsibleRoles }: Pick<ResolvedPolicy, 'responsibleRoles'>): RoleOfBodies[] {
  return ROLES.flatMap((role) => {
    const stated = responsibleRoles[role];
    if (!stated) return [];
    const { label, bodies } = stated.value;
    return [{ role, label, bodies, policyClause: policyClause(stated) }];
  });
}
