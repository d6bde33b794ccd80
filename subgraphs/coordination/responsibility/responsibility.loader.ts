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
import { placesOn, type DatedScope, type PlacesOn } from './places-on.js';
import { codesAround, placesOf } from './responsibility-places.js';
import type { ResponsibilityPlaceKind } from './responsibility.enums.js';
import { rolesOf, type RoleOfBodies } from './responsible-roles.js';
import { responsibilityOf, type ResponsibilityLink } from './responsibility.js';

export interface ResponsibilityAnswer {
  readonly register: RegisterState;
  readonly assignments: readonly ResponsibilityLink[];
  readonly roles: readonly RoleOfBodies[];
  readonly areas: number | null;
  readonly unknownPlaces: readonly ResponsibilityPlaceKind[];
}

/**
 * Who answers for the children of a request on a day: those who were named for it at the places to which they belonged
 * then, as far as any register says, and by the policy in force then. One statement for all the places they belong to, and
 * for another day than today one for the days of their places.
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
  context: LoaderContext,
  day: IsoDate,
): DataLoader<StudentIdentity, ResponsibilityAnswer, string> {
  const { em, createLoader, policies, registers, now } = context;
  return createLoader(
    async (students: readonly StudentIdentity[]) => {
      const places = await readPlaces(context, students, day);
      const codes = [...new Set(places.flatMap(({ scopes }) => codesAround(placesOf(scopes))))];
      const [loaded, rows] = await Promise.all([
        registers(),
        selectRows(em, ResponsibilityAssignmentEntity)
          .where(sql<boolean>`target_code = any(${codes}::text[])`)
          .execute(),
      ]);
      return places.map(({ scopes, unknown }) => {
        // A child of whom no division is known answers to the national schemes alone.
        const home = placesOf(scopes).villages[0] ?? NOWHERE;
        const policy = policyOn(policies, home, day);
        const assignments = responsibilityOf(scopes, policy.responsibilitySchemes, rows, day, unknown);
        const register = registerStateOf({
          hasRows: assignments.some(({ isVacant }) => !isVacant),
          register: loaded.get('RESPONSIBILITY'),
          // Of a child of whom a place is not known, the register's silence says nothing.
          scopes: unknown.length > 0 ? [] : scopes,
          now,
        });
        return {
          register,
          assignments,
          roles: rolesOf(policy),
          areas: policy.responsibilityAreas.number?.value ?? null,
          unknownPlaces: unknown,
        };
      });
    },
    ({ id }) => id,
  );
}

interface StoredScope extends DatedScope {
  readonly studentId: string;
}

/** Today those by which callers are let in; on another day those that held then. */
async function readPlaces(
  { db, today }: LoaderContext,
  students: readonly StudentIdentity[],
  day: string,
): Promise<readonly PlacesOn[]> {
  if (day === today) return students.map(({ scopes }) => ({ scopes, unknown: [] }));
  const { rows } = await sql<StoredScope>`
    select canonical_id as "studentId", kind, code, valid_from::text as "validFrom", valid_to::text as "validTo"
    from student_places(${students.map(({ id }) => id)}::text[])
    where kind in ('RESIDENCE', 'REGISTERED', 'SCHOOL', 'CLASS') order by kind, code`.execute(db);
  const scopesOf = Map.groupBy(rows, ({ studentId }) => studentId);
  return students.map(({ id }) => placesOn(scopesOf.get(id) ?? [], day, today));
}

function policyOn(policies: PolicyLibrary, home: string, day: IsoDate): ResolvedPolicy {
  try {
    return policies.policyFor(home, day);
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    throw new HubError('BAD_USER_INPUT', 'No policy was in force on that day.');
  }
}
