import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { SchoolEntity, type School } from './school.entity.js';
import type { SchoolFilter } from './school.input.js';
import { schoolWithinReach } from './school-reach.js';

/** Schools within the caller's reach, in order of code. */
export async function listSchools(
  { em, caller }: Pick<LoaderContext, 'em' | 'caller'>,
  { division, kind, name }: SchoolFilter,
  page: PageArgs,
): Promise<Connection<School>> {
  const { limit, after } = pageRequest(page, ['text']);
  let query = selectRows(em, SchoolEntity)
    .where(schoolWithinReach(caller))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .where(sql<boolean>`code > ${after?.[0] ?? ''}`);
  if (kind != null) query = query.where(sql<boolean>`kind = ${kind}`);
  // strpos, never LIKE: a name of "%" is a name.
  if (name != null) query = query.where(sql<boolean>`strpos(name, ${name}) > 0`);
  const rows = await query
    .orderBy('code')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ code }) => [code]);
}
