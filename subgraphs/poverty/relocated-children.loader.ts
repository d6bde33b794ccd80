import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { selectColumns } from '../_kit/select-columns.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { RelocationHouseholdEntity, type RelocationHousehold } from './relocation-household.entity.js';

export interface SitePage {
  readonly siteCode: string;
  readonly page: PageArgs;
}

export type RelocatedChildrenLoader = DataLoader<SitePage, Connection<RelocationHousehold>, string>;

/** A page of each site's children within reach; one statement for all sites that ask for the same page. */
export function createRelocatedChildrenLoader(context: LoaderContext): RelocatedChildrenLoader {
  return new DataLoader<SitePage, Connection<RelocationHousehold>, string>(
    async (wanted) => {
      const pages = Map.groupBy(wanted, ({ page }) => pageKey(page));
      const bySite = await Promise.all([...pages.values()].map((sites) => readPages(context, sites)));
      const connections = new Map(bySite.flat());
      return wanted.map((site) => connections.get(siteKey(site)) ?? connectionOf([], 1, () => []));
    },
    { cacheKeyFn: siteKey },
  );
}

function pageKey({ first, after }: PageArgs): string {
  return `${first} ${after ?? ''}`;
}

function siteKey({ siteCode, page }: SitePage): string {
  return `${siteCode} ${pageKey(page)}`;
}

async function readPages(
  { em, db, caller, today }: LoaderContext,
  sites: readonly SitePage[],
): Promise<[string, Connection<RelocationHousehold>][]> {
  const { limit, after } = pageRequest(sites[0]?.page ?? { first: 1 }, ['date', 'id']);
  const columns = selectColumns(em.getMetadata().get<RelocationHousehold>(RelocationHouseholdEntity));
  const position = after ? sql`(moved_on, id) > (${after[0]}::date, ${after[1]}::bigint)` : sql`true`;
  const { rows } = await sql<RelocationHousehold>`
    select page.* from unnest(${sites.map(({ siteCode }) => siteCode)}::text[]) as wanted(code)
    cross join lateral (
      select ${sql.raw(columns)} from relocation_household
      where site_code = wanted.code and ${position}
        and ${studentWithinReach(caller, sql.ref('relocation_household.student_id'), today)}
      order by moved_on, id limit ${limit + 1}) as page`.execute(db);
  const rowsBySite = Map.groupBy(rows, ({ siteCode }) => siteCode);
  return sites.map((site) => [
    siteKey(site),
    connectionOf(rowsBySite.get(site.siteCode) ?? [], limit, ({ movedOn, id }) => [movedOn, String(id)]),
  ]);
}
