import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  PovertyHouseholdMemberEntity,
  type PovertyHouseholdMember,
} from './poverty-household-member.entity.js';

/**
 * Children of households that are within the caller's reach, eldest first; one statement for all households of a
 * request. A brother who lives in another county stays closed to this county's officers.
 */
export function createHouseholdChildrenLoader({
  em,
  caller,
  today,
}: LoaderContext): DataLoader<string, readonly PovertyHouseholdMember[]> {
  return new DataLoader(async (codes) => {
    const rows = await selectRows(em, PovertyHouseholdMemberEntity)
      .where(sql<boolean>`household_code = any(${codes}::text[])`)
      .where(studentWithinReach(caller, sql.ref('poverty_household_member.student_id'), today))
      .orderBy('birth_date')
      .orderBy('id')
      .execute();
    const byHousehold = Map.groupBy(rows, ({ householdCode }) => householdCode);
    return codes.map((code) => byHousehold.get(code) ?? []);
  });
}
