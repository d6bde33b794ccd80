import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { PushedDownCaseEntity, type PushedDownCase } from './pushed-down-case.entity.js';
import type { PushedDownCaseFilter } from './pushed-down-case.type.js';
import { readResultsByNumber, type VerifiedResult } from './verified-results.js';

const ORDER = byDate<PushedDownCase>('due_on', 'asc', ({ dueOn }) => dueOn);

/** Entries about children within reach. @throws {HubError} before the platform's list is loaded: that is not none */
export async function listPushedDownCases(
  { em, caller, today, registers }: LoaderContext,
  { batch, division }: PushedDownCaseFilter,
  page: PageArgs,
): Promise<Connection<PushedDownCase>> {
  if (!(await registers()).has('NATIONAL_PLATFORM')) throw new HubError('NOT_FOUND');
  const query = selectRows(em, PushedDownCaseEntity)
    .where(studentWithinReach(caller, sql.ref('pushed_down_case.student_id'), today))
    .$if(batch != null, (rows) => rows.where(sql<boolean>`batch = ${batch}`))
    .$if(division != null, (rows) =>
      rows.where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`),
    );
  return listPage(query, ORDER, page);
}

/** Answers to entries that the caller was found to reach. Over all rows: a match may wait with a child of another area. */
export function createPushedDownResultLoader({
  overAllRows,
  createLoader,
}: Pick<LoaderContext, 'overAllRows' | 'createLoader'>): DataLoader<string, VerifiedResult | null> {
  return createLoader(async (numbers: readonly string[]) => {
    const found = await overAllRows((db) => readResultsByNumber(db, numbers));
    return numbers.map((number) => found.get(number) ?? null);
  });
}
