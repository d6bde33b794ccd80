import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { PovertyMeasureEntity, type PovertyMeasure } from './poverty-measure.entity.js';
import type { PovertyMeasureFilter } from './poverty-measure.type.js';

const ORDER = byDate<PovertyMeasure>('started_on', 'desc', ({ startedOn }) => startedOn);

/** Measures for children within reach, the latest first. */
export function listPovertyMeasures(
  { em, caller, today }: LoaderContext,
  { division, kind }: PovertyMeasureFilter,
  page: PageArgs,
): Promise<Connection<PovertyMeasure>> {
  const query = selectRows(em, PovertyMeasureEntity)
    .where(studentWithinReach(caller, sql.ref('poverty_measure.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`));
  return listPage(query, ORDER, page);
}
