import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  MissingPersonDeterminationEntity,
  type MissingPersonDetermination,
} from './missing-person.entity.js';
import type { MissingPersonDeterminationFilter } from './missing-person.type.js';

/** Determinations on children within reach, the oldest request first: it is the one most overdue. */
export async function listMissingPersonDeterminations(
  { em, caller, today }: LoaderContext,
  { division, isOpen }: MissingPersonDeterminationFilter,
  page: PageArgs,
): Promise<Connection<MissingPersonDetermination>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, MissingPersonDeterminationEntity)
    .where(studentWithinReach(caller, sql.ref('missing_person_determination.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(isOpen != null, (query) => query.where(sql<boolean>`(determined_on is null) = ${isOpen}::boolean`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(requested_on, id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('requested_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ requestedOn, id }) => [requestedOn, String(id)]);
}
