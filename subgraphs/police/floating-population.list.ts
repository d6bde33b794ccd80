import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  FloatingPopulationRecordEntity,
  type FloatingPopulationRecord,
} from './floating-population.entity.js';
import type { FloatingPopulationFilter } from './floating-population.type.js';

const ORDER = byDate<FloatingPopulationRecord>('started_on', 'desc', ({ startedOn }) => startedOn);

/** Moves, not yet ended, of children within reach, the latest first. */
export function listFloatingPopulation(
  { em, caller, today }: LoaderContext,
  { division, direction }: FloatingPopulationFilter,
  page: PageArgs,
): Promise<Connection<FloatingPopulationRecord>> {
  const query = selectRows(em, FloatingPopulationRecordEntity)
    .where(studentWithinReach(caller, sql.ref('floating_population_record.student_id'), today))
    .where(sql<boolean>`(ended_on is null or ended_on >= ${today}::date)`)
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(local_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(Boolean(direction), (query) => query.where(sql<boolean>`direction = ${direction}`));
  return listPage(query, ORDER, page);
}
