import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { HomeTeachingVisitEntity, type HomeTeachingVisit } from './home-teaching-visit.entity.js';
import type { HomeTeachingVisitFilter } from './special-education.type.js';

const ORDER = byDate<HomeTeachingVisit>('visited_on', 'desc', ({ visitedOn }) => visitedOn);

/** Home-teaching visits to children within the caller's reach, newest first. */
export function listHomeTeachingVisits(
  { em, caller, today }: LoaderContext,
  { school, from, to }: HomeTeachingVisitFilter,
  page: PageArgs,
): Promise<Connection<HomeTeachingVisit>> {
  if (from && to && from > to) throw new HubError('BAD_USER_INPUT', '"from" lies after "to".');
  let query = selectRows(em, HomeTeachingVisitEntity).where(
    studentWithinReach(caller, sql.ref('home_teaching_visit.student_id'), today),
  );
  if (school != null) query = query.where(sql<boolean>`school_code = ${school}`);
  if (from != null) query = query.where(sql<boolean>`visited_on >= ${from}::date`);
  if (to != null) query = query.where(sql<boolean>`visited_on <= ${to}::date`);
  return listPage(query, ORDER, page);
}
