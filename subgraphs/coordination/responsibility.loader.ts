import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { registerStateOf, type RegisterState } from '../_kit/register/register-state.js';
import { selectRows } from '../_kit/select-rows.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { ResponsibilityAssignmentEntity } from './responsibility-assignment.entity.js';
import { responsibilityOf, responsibilityTargets, type ResponsibilityLink } from './responsibility.js';

export interface ResponsibilityAnswer {
  readonly register: RegisterState;
  readonly assignments: readonly ResponsibilityLink[];
}

/** Who answers for the children of a request: one statement for all the places they belong to. */
export function createResponsibilityLoader({
  em,
  createLoader,
  registers,
  now,
  today,
}: LoaderContext): DataLoader<StudentIdentity, ResponsibilityAnswer, string> {
  return createLoader(
    async (students: readonly StudentIdentity[]) => {
      const targets = students.flatMap(({ scopes }) => responsibilityTargets(scopes));
      const codes = [...new Set(targets.map(({ code }) => code))];
      const [loaded, rows] = await Promise.all([
        registers(),
        selectRows(em, ResponsibilityAssignmentEntity)
          .where(sql<boolean>`target_code = any(${codes}::text[])`)
          .execute(),
      ]);
      return students.map(({ scopes }) => {
        const assignments = responsibilityOf(scopes, rows, today);
        const register = registerStateOf({
          hasRows: assignments.some(({ isVacant }) => !isVacant),
          register: loaded.get('RESPONSIBILITY'),
          scopes,
          now,
        });
        return { register, assignments };
      });
    },
    ({ id }) => id,
  );
}
