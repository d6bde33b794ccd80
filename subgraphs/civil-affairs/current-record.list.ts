import type { EntitySchema } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';

interface CurrentRecord {
  readonly id: string | number | bigint;
  readonly startedOn: string;
}

/** Records of one register that hold today, of children within reach, the latest recognised first. */
export function listCurrentRecords<Row extends CurrentRecord>(
  { em, caller, today }: LoaderContext,
  entity: EntitySchema<Row>,
  division: string | null | undefined,
  page: PageArgs,
): Promise<Connection<Row>> {
  const query = selectRows(em, entity)
    .where(studentWithinReach(caller, sql.ref(`${entity.meta.tableName}.student_id`), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`coalesce(ended_on >= ${today}::date, true)`);
  return listPage(
    query,
    byDate<Row>('started_on', 'desc', ({ startedOn }) => startedOn),
    page,
  );
}
