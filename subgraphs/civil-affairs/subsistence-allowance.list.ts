import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { SubsistenceAllowanceEntity, type SubsistenceAllowance } from './subsistence-allowance.entity.js';
import type { SubsistenceAllowanceFilter } from './subsistence-allowance.type.js';

const ORDER = byDate<SubsistenceAllowance>('started_on', 'desc', ({ startedOn }) => startedOn);

/** Allowances of children within reach, the latest first. */
export function listSubsistenceAllowances(
  { em, caller, today }: LoaderContext,
  { division, area, isCurrent }: SubsistenceAllowanceFilter,
  page: PageArgs,
): Promise<Connection<SubsistenceAllowance>> {
  const query = selectRows(em, SubsistenceAllowanceEntity)
    .where(studentWithinReach(caller, sql.ref('subsistence_allowance.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(area != null, (query) => query.where(sql<boolean>`area = ${area}`))
    .$if(isCurrent != null, (query) =>
      query.where(sql<boolean>`coalesce(ended_on >= ${today}::date, true) = ${isCurrent}::boolean`),
    );
  return listPage(query, ORDER, page);
}
