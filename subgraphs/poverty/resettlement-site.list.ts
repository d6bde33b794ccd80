import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { divisionWithinReach } from '../_kit/student/jurisdiction.js';
import { ResettlementSiteEntity, type ResettlementSite } from './resettlement-site.entity.js';
import type { ResettlementSiteFilter } from './resettlement-site.type.js';

/** Sites in the caller's divisions, in order of code. */
export async function listResettlementSites(
  { em, caller }: LoaderContext,
  { division }: ResettlementSiteFilter,
  page: PageArgs,
): Promise<Connection<ResettlementSite>> {
  const { limit, after } = pageRequest(page, ['text']);
  const rows = await selectRows(em, ResettlementSiteEntity)
    .where(divisionWithinReach(caller, sql.ref('resettlement_site.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`code > ${after?.[0] ?? ''}`)
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ code }) => [code]);
}
