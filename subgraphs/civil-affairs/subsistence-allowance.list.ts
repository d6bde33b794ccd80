import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { SubsistenceAllowanceEntity, type SubsistenceAllowance } from './subsistence-allowance.entity.js';
import type { SubsistenceAllowanceFilter } from './subsistence-allowance.type.js';

/** Allowances of children within reach, the latest first. */
export async function listSubsistenceAllowances(
  { em, caller, today }: LoaderContext,
  { division, area, isCurrent }: SubsistenceAllowanceFilter,
  page: PageArgs,
): Promise<Connection<SubsistenceAllowance>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, SubsistenceAllowanceEntity)
    .where(studentWithinReach(caller, sql.ref('subsistence_allowance.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(area != null, (query) => query.where(sql<boolean>`area = ${area}`))
    .$if(isCurrent != null, (query) =>
      query.where(sql<boolean>`coalesce(ended_on >= ${today}::date, true) = ${isCurrent}::boolean`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(started_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ startedOn, id }) => [startedOn, String(id)]);
}
