import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ResidencePermitEntity, type ResidencePermit } from './residence-permit.entity.js';
import type { ResidencePermitFilter } from './residence-permit.type.js';

const ORDER = byDate<ResidencePermit>('expires_on', 'asc', ({ expiresOn }) => expiresOn);

/** Permits of children within reach, the soonest to expire first. */
export function listResidencePermits(
  { em, caller, today }: LoaderContext,
  { division, expiresBefore }: ResidencePermitFilter,
  page: PageArgs,
): Promise<Connection<ResidencePermit>> {
  const query = selectRows(em, ResidencePermitEntity)
    .where(studentWithinReach(caller, sql.ref('residence_permit.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(address_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(expiresBefore), (query) => query.where(sql<boolean>`expires_on < ${expiresBefore}::date`));
  return listPage(query, ORDER, page);
}
