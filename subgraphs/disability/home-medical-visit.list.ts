import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { HomeMedicalVisitEntity, type HomeMedicalVisit } from './home-medical-visit.entity.js';
import type { HomeMedicalVisitFilter } from './home-medical-visit.type.js';

/** Visits to children within reach, the latest first. */
export async function listHomeMedicalVisits(
  { em, caller, today }: LoaderContext,
  { division, from, to }: HomeMedicalVisitFilter,
  page: PageArgs,
): Promise<Connection<HomeMedicalVisit>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, HomeMedicalVisitEntity)
    .where(studentWithinReach(caller, sql.ref('home_medical_visit.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(from), (query) => query.where(sql<boolean>`visited_on >= ${from}::date`))
    .$if(Boolean(to), (query) => query.where(sql<boolean>`visited_on <= ${to}::date`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(visited_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('visited_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, visitKey);
}

/** A page of one child's visits, which are in memory already, latest first. */
export function pageOfVisits(
  visits: readonly HomeMedicalVisit[],
  page: PageArgs,
): Connection<HomeMedicalVisit> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const position = after ? visits.findIndex((visit) => isKeyOf(visit, after)) + 1 : 0;
  if (after && position === 0) return connectionOf([], limit, visitKey, visits.length);
  return connectionOf(visits.slice(position, position + limit + 1), limit, visitKey, visits.length);
}

function visitKey({ visitedOn, id }: HomeMedicalVisit): [string, string] {
  return [visitedOn, String(id)];
}

function isKeyOf(visit: HomeMedicalVisit, [date, id]: readonly (string | number)[]): boolean {
  return visit.visitedOn === date && String(visit.id) === id;
}
