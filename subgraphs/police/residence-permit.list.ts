import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ResidencePermitEntity, type ResidencePermit } from './residence-permit.entity.js';
import type { ResidencePermitFilter } from './residence-permit.type.js';

/** Permits of children within reach, the soonest to expire first. */
export async function listResidencePermits(
  { em, caller, today }: LoaderContext,
  { division, expiresBefore }: ResidencePermitFilter,
  page: PageArgs,
): Promise<Connection<ResidencePermit>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, ResidencePermitEntity)
    .where(studentWithinReach(caller, sql.ref('residence_permit.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(address_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(expiresBefore), (query) => query.where(sql<boolean>`expires_on < ${expiresBefore}::date`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(expires_on, id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('expires_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ expiresOn, id }) => [expiresOn, String(id)]);
}
