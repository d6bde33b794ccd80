import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { byCode, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { divisionWithinReach } from '../../_kit/student/jurisdiction.js';
import { EmployerEntity, type Employer } from './employer.entity.js';
import type { EmployerFilter } from './employer.type.js';

/** A longer text is no part of a name, and every row would be searched for it. */
const MAX_NAME_PART = 60;

const ORDER = byCode<Employer>();

/** Employers in the caller's divisions, in order of code. */
export function listEmployers(
  { em, caller }: LoaderContext,
  { division, kind, name }: EmployerFilter,
  page: PageArgs,
): Promise<Connection<Employer>> {
  if ((name?.length ?? 0) > MAX_NAME_PART) {
    throw new HubError('BAD_USER_INPUT', `"name" has at most ${MAX_NAME_PART} characters.`);
  }
  const query = selectRows(em, EmployerEntity)
    .where(divisionWithinReach(caller, sql.ref('employer.division_code')))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`))
    // strpos, not LIKE: a "%" in a name is a character like any other.
    .$if(Boolean(name), (query) => query.where(sql<boolean>`strpos(name, ${name}) > 0`));
  return listPage(query, ORDER, page);
}
