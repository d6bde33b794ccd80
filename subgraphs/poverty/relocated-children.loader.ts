import { sql } from 'kysely';
import { createPageLoader, type PageLoader, type PageOf } from '../_kit/page-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectColumns } from '../_kit/select-columns.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { RelocationHouseholdEntity, type RelocationHousehold } from './relocation-household.entity.js';

/** A page of each site's children within reach, by the code of the site. */
export function createRelocatedChildrenLoader(
  context: LoaderContext,
): PageLoader<string, RelocationHousehold> {
  return createPageLoader<string, RelocationHousehold>(context, {
    keyOfParent: (siteCode) => siteCode,
    keyOfRow: ({ siteCode }) => siteCode,
    read: (siteCodes, page) => readPages(context, siteCodes, page),
  });
}

async function readPages(
  { em, db, caller, today }: LoaderContext,
  siteCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly RelocationHousehold[]> {
  const columns = selectColumns(em.getMetadata().get<RelocationHousehold>(RelocationHouseholdEntity));
  const position = after ? sql`(moved_on, id) > (${after[0]}::date, ${after[1]}::bigint)` : sql`true`;
  const { rows } = await sql<RelocationHousehold>`
    select page.* from unnest(${siteCodes}::text[]) as wanted(code)
    cross join lateral (
      select ${sql.raw(columns)} from relocation_household
      where site_code = wanted.code and ${position}
        and ${studentWithinReach(caller, sql.ref('relocation_household.student_id'), today)}
      order by moved_on, id limit ${limit + 1}) as page`.execute(db);
  return rows;
}
