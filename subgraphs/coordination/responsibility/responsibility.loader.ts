import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import { NOWHERE } from '../../../policies/policy-areas.js';
import { PolicyError } from '../../../policies/policy-error.js';
import type { PolicyLibrary, ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { HubError } from '../../_kit/errors.js';
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

/**
 * Who answers for the children of a request on a day: those who were named for it, and by the policy in force then. A
 * child's places are those of today, since the register keeps no past. One statement for all the places they belong to.
 *
 * @throws {HubError} BAD_USER_INPUT for a day on which no policy was in force
 */
export function createResponsibilityOn(
  context: LoaderContext,
): (student: StudentIdentity, day: string) => Promise<ResponsibilityAnswer> {
  const loaders = new Map<string, DataLoader<StudentIdentity, ResponsibilityAnswer, string>>();
  return (student, day) => {
    const loader = loaders.get(day) ?? createLoaderOfDay(context, parseIsoDate(day));
    loaders.set(day, loader);
    return loader.load(student);
  };
}

function createLoaderOfDay(
  { em, createLoader, policies, registers, now }: LoaderContext,
  day: IsoDate,
): DataLoader<StudentIdentity, ResponsibilityAnswer, string> {
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
        // A child of whom no division is known answers to the national schemes alone.
        const home = placesOf(scopes).villages[0] ?? NOWHERE;
        const policy = policyOn(policies, home, day);
        const assignments = responsibilityOf(scopes, policy.responsibilitySchemes, rows, day);
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

function policyOn(policies: PolicyLibrary, home: string, day: IsoDate): ResolvedPolicy {
  try {
    return policies.policyFor(home, day);
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    throw new HubError('BAD_USER_INPUT', 'No policy was in force on that day.');
  }
}
