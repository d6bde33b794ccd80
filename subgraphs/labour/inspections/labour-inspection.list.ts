import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { listPage, type ListOrder } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { divisionWithinReach } from '../../_kit/student/jurisdiction.js';
import { LabourInspectionEntity, type LabourInspection } from './labour-inspection.entity.js';
import type { LabourInspectionFilter } from './labour-inspection.type.js';

const ORDER = {
  columns: [
    ['inspected_on', 'date'],
    ['code', 'text'],
  ],
  direction: 'desc',
  keyOf: ({ inspectedOn, code }) => [inspectedOn, code],
} satisfies ListOrder<LabourInspection>;

/** Inspections of employers in the caller's divisions, the latest first. */
export function listLabourInspections(
  { em, caller }: LoaderContext,
  { division, from, to }: LabourInspectionFilter,
  page: PageArgs,
): Promise<Connection<LabourInspection>> {
  const query = selectRows(em, LabourInspectionEntity)
    .where(divisionWithinReach(caller, sql.ref('labour_inspection.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(from != null, (query) => query.where(sql<boolean>`inspected_on >= ${from}::date`))
    .$if(to != null, (query) => query.where(sql<boolean>`inspected_on <= ${to}::date`));
  return listPage(query, ORDER, page);
}
