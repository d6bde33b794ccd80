import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  PlacementRecommendationEntity,
  type PlacementRecommendation,
} from './placement-recommendation.entity.js';
import type { PlacementRecommendationFilter } from './placement-recommendation.type.js';

const ORDER = byDate<PlacementRecommendation>('recommended_on', 'desc', ({ recommendedOn }) => recommendedOn);

/** Recommendations for children within reach, the latest first. */
export function listPlacementRecommendations(
  { em, caller, today }: LoaderContext,
  { division, mode }: PlacementRecommendationFilter,
  page: PageArgs,
): Promise<Connection<PlacementRecommendation>> {
  const query = selectRows(em, PlacementRecommendationEntity)
    .where(studentWithinReach(caller, sql.ref('placement_recommendation.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(mode), (query) => query.where(sql<boolean>`mode = ${mode}`));
  return listPage(query, ORDER, page);
}
