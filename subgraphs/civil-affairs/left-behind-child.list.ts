import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { LeftBehindChildEntity, type LeftBehindChild } from './left-behind-child.entity.js';
import type { LeftBehindChildFilter } from './left-behind-child.type.js';

const ORDER = byDate<LeftBehindChild>('last_visited_on', 'asc', ({ lastVisitedOn }) => lastVisitedOn);

/** Children within reach who count as left behind today, the longest unvisited first. */
export function listLeftBehindChildren(
  { em, caller, today }: LoaderContext,
  { division, notVisitedSince }: LeftBehindChildFilter,
  page: PageArgs,
): Promise<Connection<LeftBehindChild>> {
  const query = selectRows(em, LeftBehindChildEntity)
    .where(studentWithinReach(caller, sql.ref('left_behind_child.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`coalesce(ended_on >= ${today}::date, true)`)
    .$if(notVisitedSince != null, (query) =>
      query.where(sql<boolean>`last_visited_on < ${notVisitedSince}::date`),
    );
  return listPage(query, ORDER, page);
}
