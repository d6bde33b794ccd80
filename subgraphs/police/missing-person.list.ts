import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import {
  MissingPersonDeterminationEntity,
  type MissingPersonDetermination,
} from './missing-person.entity.js';
import type { MissingPersonDeterminationFilter } from './missing-person.type.js';

const ORDER = byDate<MissingPersonDetermination>('requested_on', 'asc', ({ requestedOn }) => requestedOn);

/** Determinations on children within reach, the oldest request first: it is the one most overdue. */
export function listMissingPersonDeterminations(
  { em, caller, today }: LoaderContext,
  { division, isOpen }: MissingPersonDeterminationFilter,
  page: PageArgs,
): Promise<Connection<MissingPersonDetermination>> {
  const query = selectRows(em, MissingPersonDeterminationEntity)
    .where(studentWithinReach(caller, sql.ref('missing_person_determination.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(sql<boolean>`starts_with(residence_division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(isOpen != null, (query) => query.where(sql<boolean>`(determined_on is null) = ${isOpen}::boolean`));
  return listPage(query, ORDER, page);
}
