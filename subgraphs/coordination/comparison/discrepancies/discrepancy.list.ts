import { sql } from 'kysely';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../../_kit/schema/connection.js';
import { divisionPrefix } from '../../../_kit/schema/division-prefix.js';
import { listPage } from '../../../_kit/schema/list-page.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { studentWithinReach } from '../../../_kit/student/jurisdiction.js';
import { DiscrepancyEntity, type StoredDiscrepancy } from './discrepancy.entity.js';
import type { DiscrepancyFilter } from './discrepancy.type.js';

/** Discrepancies of children within reach, the oldest first. */
export function listDiscrepancies(
  { em, caller, today }: LoaderContext,
  { kinds, state, division, school, isDue }: DiscrepancyFilter,
  page: PageArgs,
): Promise<Connection<StoredDiscrepancy>> {
  const query = selectRows(em, DiscrepancyEntity)
    .where(studentWithinReach(caller, sql.ref('discrepancy.student_id'), today))
    .where(sql<boolean>`state = ${state ?? 'OPEN'}`)
    .$if(kinds != null, (rows) => rows.where(sql<boolean>`kind = any(${kinds}::text[])`))
    .$if(division != null, (rows) =>
      rows.where(sql<boolean>`starts_with(township_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(school != null, (rows) => rows.where(sql<boolean>`school_code = ${school}`))
    .$if(isDue != null, (rows) =>
      rows.where(sql<boolean>`(coalesce(held_until, '-infinity') <= ${today}::date) = ${isDue}`),
    );
  return listPage(
    query,
    {
      columns: [
        ['first_seen_on', 'date'],
        ['key', 'text'],
      ],
      direction: 'asc',
      keyOf: ({ firstSeenOn, key }) => [firstSeenOn, key],
    },
    page,
  );
}
