import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  DeFactoUnattendedChildEntity,
  type DeFactoUnattendedChild,
} from './de-facto-unattended-child.entity.js';
import type { DeFactoUnattendedChildFilter } from './de-facto-unattended-child.type.js';

/** Children within reach who count as unattended today, the latest recognised first. */
export async function listDeFactoUnattendedChildren(
  { em, caller, today }: LoaderContext,
  { division }: DeFactoUnattendedChildFilter,
  page: PageArgs,
): Promise<Connection<DeFactoUnattendedChild>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, DeFactoUnattendedChildEntity)
    .where(studentWithinReach(caller, sql.ref('de_facto_unattended_child.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`coalesce(ended_on >= ${today}::date, true)`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(started_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ startedOn, id }) => [startedOn, String(id)]);
}
