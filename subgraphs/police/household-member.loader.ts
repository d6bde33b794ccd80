import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectRows } from '../_kit/select-rows.js';
import { HouseholdMemberEntity, type HouseholdMember } from './household-member.entity.js';

/** Members of households, householder first; one statement for all households of a request. */
export function createHouseholdMemberLoader({
  em,
}: LoaderContext): DataLoader<string, readonly HouseholdMember[]> {
  return new DataLoader(async (householdIds) => {
    const rows = await selectRows(em, HouseholdMemberEntity)
      .where(sql<boolean>`household_id = any(${householdIds}::text[])`)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const byHousehold = Map.groupBy(rows, ({ householdId }) => householdId);
    return householdIds.map((id) => byHousehold.get(id) ?? []);
  });
}
