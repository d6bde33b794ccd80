import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byCode, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { divisionWithinReach } from '../_kit/student/jurisdiction.js';
import { ResettlementSiteEntity, type ResettlementSite } from './resettlement-site.entity.js';
import type { ResettlementSiteFilter } from './resettlement-site.type.js';

const ORDER = byCode<ResettlementSite>();

/** Sites in the caller's divisions, in order of code. */
export function listResettlementSites(
  { em, caller }: LoaderContext,
  { division }: ResettlementSiteFilter,
  page: PageArgs,
): Promise<Connection<ResettlementSite>> {
  const query = selectRows(em, ResettlementSiteEntity)
    .where(divisionWithinReach(caller, sql.ref('resettlement_site.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`);
  return listPage(query, ORDER, page);
}
