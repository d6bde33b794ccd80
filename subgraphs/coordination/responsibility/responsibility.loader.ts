import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { registerStateOf, type RegisterState } from '../../_kit/register/register-state.js';
import { selectRows } from '../../_kit/select-rows.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { ResponsibilityAssignmentEntity } from './responsibility-assignment.entity.js';
import { codesAround, placesOf } from './responsibility-places.js';
import { rolesOf, type RoleOfBodies } from './responsible-roles.js';
import { responsibilityOf, type ResponsibilityLink } from './responsibility.js';

export interface ResponsibilityAnswer {
  readonly register: RegisterState;
  readonly assignments: readonly ResponsibilityLink[];
  readonly roles: readonly RoleOfBodies[];
  readonly areas: number | null;
}

/** A child of whom no division is known answers to the national schemes alone. */
const NOWHERE = '00';

/** Who answers for the children of a request: one statement for all the places they belong to. */
export function createResponsibilityLoader({
  em,
  createLoader,
  policies,
  registers,
  now,
  today,
}: LoaderContext): DataLoader<StudentIdentity, ResponsibilityAnswer, string> {
  return createLoader(
    async (students: readonly StudentIdentity[]) => {
      const codes = [...new Set(students.flatMap(({ scopes }) => codesAround(placesOf(scopes))))];
      const [loaded, rows] = await Promise.all([
        registers(),
        selectRows(em, ResponsibilityAssignmentEntity)
          .where(sql<boolean>`target_code = any(${codes}::text[])`)
          .execute(),
      ]);
      return students.map(({ scopes }) => {
        const home = placesOf(scopes).villages[0] ?? NOWHERE;
        const policy = policies.policyFor(home, parseIsoDate(today));
        const assignments = responsibilityOf(scopes, policy.responsibilitySchemes, rows, today);
        const register = registerStateOf({
          hasRows: assignments.some(({ isVacant }) => !isVacant),
          register: loaded.get('RESPONSIBILITY'),
          scopes,
          now,
        });
        return {
          register,
          assignments,
          roles: rolesOf(policy),
          areas: policy.responsibilityAreas.number?.value ?? null,
        };
      });
    },
    ({ id }) => id,
  );
}
