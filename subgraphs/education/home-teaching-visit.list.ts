import { sql } from 'kysely';
import { HubError } from '../_kit/errors.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { datedConnection, datedPage, isAfterCursor } from './dated-page.js';
import { HomeTeachingVisitEntity, type HomeTeachingVisit } from './home-teaching-visit.entity.js';
import type { HomeTeachingVisitFilter } from './special-education.type.js';

/** Home-teaching visits to children within the caller's reach, newest first. */
export async function listHomeTeachingVisits(
  { em, caller, today }: LoaderContext,
  { school, from, to }: HomeTeachingVisitFilter,
  page: PageArgs,
): Promise<Connection<HomeTeachingVisit>> {
  if (from && to && from > to) throw new HubError('BAD_USER_INPUT', '"from" lies after "to".');
  const request = datedPage(page);
  let query = selectRows(em, HomeTeachingVisitEntity)
    .where(studentWithinReach(caller, sql.ref('home_teaching_visit.student_id'), today))
    .where(isAfterCursor('visited_on', request));
  if (school != null) query = query.where(sql<boolean>`school_code = ${school}`);
  if (from != null) query = query.where(sql<boolean>`visited_on >= ${from}::date`);
  if (to != null) query = query.where(sql<boolean>`visited_on <= ${to}::date`);
  const rows = await query
    .orderBy('visited_on', 'desc')
    .orderBy('id', 'desc')
    .limit(request.limit + 1)
    .execute();
  return datedConnection(rows, request, ({ visitedOn }) => visitedOn);
}
