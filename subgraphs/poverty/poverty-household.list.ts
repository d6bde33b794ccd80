import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { divisionWithinReach } from '../_kit/student/jurisdiction.js';
import { PovertyHouseholdEntity, type PovertyHousehold } from './poverty-household.entity.js';
import type { PovertyHouseholdFilter } from './poverty-household.type.js';

/** Households whose address lies in the caller's divisions, in order of code. */
export async function listPovertyHouseholds(
  { em, caller }: LoaderContext,
  { division, kind, monitoredState }: PovertyHouseholdFilter,
  page: PageArgs,
): Promise<Connection<PovertyHousehold>> {
  const { limit, after } = pageRequest(page, ['text']);
  const rows = await selectRows(em, PovertyHouseholdEntity)
    .where(divisionWithinReach(caller, sql.ref('poverty_household.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`code > ${after?.[0] ?? ''}`)
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`))
    .$if(monitoredState != null, (query) => query.where(sql<boolean>`monitored_state = ${monitoredState}`))
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ code }) => [code]);
}
