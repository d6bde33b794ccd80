import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { PovertyMeasureEntity, type PovertyMeasure } from './poverty-measure.entity.js';
import type { PovertyMeasureFilter } from './poverty-measure.type.js';

/** Measures for children within reach, the latest first. */
export async function listPovertyMeasures(
  { em, caller, today }: LoaderContext,
  { division, kind }: PovertyMeasureFilter,
  page: PageArgs,
): Promise<Connection<PovertyMeasure>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, PovertyMeasureEntity)
    .where(studentWithinReach(caller, sql.ref('poverty_measure.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(started_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ startedOn, id }) => [startedOn, String(id)]);
}
