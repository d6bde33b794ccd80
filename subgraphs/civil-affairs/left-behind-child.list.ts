import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { LeftBehindChildEntity, type LeftBehindChild } from './left-behind-child.entity.js';
import type { LeftBehindChildFilter } from './left-behind-child.type.js';

/** Children within reach who count as left behind today, the longest unvisited first. */
export async function listLeftBehindChildren(
  { em, caller, today }: LoaderContext,
  { division, notVisitedSince }: LeftBehindChildFilter,
  page: PageArgs,
): Promise<Connection<LeftBehindChild>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, LeftBehindChildEntity)
    .where(studentWithinReach(caller, sql.ref('left_behind_child.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`coalesce(ended_on >= ${today}::date, true)`)
    .$if(notVisitedSince != null, (query) =>
      query.where(sql<boolean>`last_visited_on < ${notVisitedSince}::date`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(last_visited_on, id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('last_visited_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ lastVisitedOn, id }) => [lastVisitedOn, String(id)]);
}
