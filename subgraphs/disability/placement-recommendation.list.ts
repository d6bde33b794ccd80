import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  PlacementRecommendationEntity,
  type PlacementRecommendation,
} from './placement-recommendation.entity.js';
import type { PlacementRecommendationFilter } from './placement-recommendation.type.js';

/** Recommendations for children within reach, the latest first. */
export async function listPlacementRecommendations(
  { em, caller, today }: LoaderContext,
  { division, mode }: PlacementRecommendationFilter,
  page: PageArgs,
): Promise<Connection<PlacementRecommendation>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, PlacementRecommendationEntity)
    .where(studentWithinReach(caller, sql.ref('placement_recommendation.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(mode), (query) => query.where(sql<boolean>`mode = ${mode}`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(recommended_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('recommended_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ recommendedOn, id }) => [recommendedOn, String(id)]);
}
