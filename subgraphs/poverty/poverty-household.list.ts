import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byCode, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { divisionWithinReach } from '../_kit/student/jurisdiction.js';
import { PovertyHouseholdEntity, type PovertyHousehold } from './poverty-household.entity.js';
import type { PovertyHouseholdFilter } from './poverty-household.type.js';

const ORDER = byCode<PovertyHousehold>();

/** Households whose address lies in the caller's divisions, in order of code. */
export function listPovertyHouseholds(
  { em, caller }: LoaderContext,
  { division, kind, monitoredState }: PovertyHouseholdFilter,
  page: PageArgs,
): Promise<Connection<PovertyHousehold>> {
  const query = selectRows(em, PovertyHouseholdEntity)
    .where(divisionWithinReach(caller, sql.ref('poverty_household.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`))
    .$if(monitoredState != null, (query) => query.where(sql<boolean>`monitored_state = ${monitoredState}`));
  return listPage(query, ORDER, page);
}
