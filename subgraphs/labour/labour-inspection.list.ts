import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { divisionWithinReach } from '../_kit/student/jurisdiction.js';
import { LabourInspectionEntity, type LabourInspection } from './labour-inspection.entity.js';
import type { LabourInspectionFilter } from './labour-inspection.type.js';

/** Inspections of employers in the caller's divisions, the latest first. */
export async function listLabourInspections(
  { em, caller }: LoaderContext,
  { division, from, to }: LabourInspectionFilter,
  page: PageArgs,
): Promise<Connection<LabourInspection>> {
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const rows = await selectRows(em, LabourInspectionEntity)
    .where(divisionWithinReach(caller, sql.ref('labour_inspection.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(from != null, (query) => query.where(sql<boolean>`inspected_on >= ${from}::date`))
    .$if(to != null, (query) => query.where(sql<boolean>`inspected_on <= ${to}::date`))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(inspected_on, code) < (${after?.[0]}::date, ${after?.[1]})`),
    )
    .orderBy('inspected_on', 'desc')
    .orderBy('code', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ inspectedOn, code }) => [inspectedOn, code]);
}
