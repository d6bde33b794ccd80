import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { byCode, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { SchoolEntity, type School } from './school.entity.js';
import type { SchoolFilter } from './school.input.js';
import { schoolWithinReach } from './school-reach.js';

const ORDER = byCode<School>();

/** Schools within the caller's reach, in order of code. */
export function listSchools(
  { em, caller }: Pick<LoaderContext, 'em' | 'caller'>,
  { division, kind, name }: SchoolFilter,
  page: PageArgs,
): Promise<Connection<School>> {
  let query = selectRows(em, SchoolEntity)
    .where(schoolWithinReach(caller))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`);
  if (kind != null) query = query.where(sql<boolean>`kind = ${kind}`);
  // strpos, never LIKE: a name of "%" is a name.
  if (name != null) query = query.where(sql<boolean>`strpos(name, ${name}) > 0`);
  return listPage(query, ORDER, page);
}
