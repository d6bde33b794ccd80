import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { HomeMedicalVisitEntity, type HomeMedicalVisit } from './home-medical-visit.entity.js';
import type { HomeMedicalVisitFilter } from './home-medical-visit.type.js';

const ORDER = byDate<HomeMedicalVisit>('visited_on', 'desc', ({ visitedOn }) => visitedOn);

/** Visits to children within reach, the latest first. */
export function listHomeMedicalVisits(
  { em, caller, today }: LoaderContext,
  { division, from, to }: HomeMedicalVisitFilter,
  page: PageArgs,
): Promise<Connection<HomeMedicalVisit>> {
  const query = selectRows(em, HomeMedicalVisitEntity)
    .where(studentWithinReach(caller, sql.ref('home_medical_visit.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(from), (query) => query.where(sql<boolean>`visited_on >= ${from}::date`))
    .$if(Boolean(to), (query) => query.where(sql<boolean>`visited_on <= ${to}::date`));
  return listPage(query, ORDER, page);
}
