import { sql, type RawBuilder } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { DIGITS_OF_LEVEL, divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { listPage, type ListOrder } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { reachesDivision, studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { divisionByCode } from '../divisions/division.list.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { AidMatchEntity, type AidMatch } from './aid-match.entity.js';
import type { AidMatchCountType, AidMatchFilter } from './aid-match.type.js';

const BY_PROGRAMME: ListOrder<AidMatch> = {
  columns: [
    ['programme', 'text'],
    ['student_id', 'text'],
  ],
  direction: 'asc',
  keyOf: ({ programme, studentId }) => [programme, studentId],
};

/** Matches of children within reach: one statement, and one more to count. */
export function listAidMatches(
  { em, caller, today }: LoaderContext,
  filter: AidMatchFilter,
  page: PageArgs,
): Promise<Connection<AidMatch>> {
  const { verdict, programme, isAidedFirst, focusGroup } = filter;
  // Whom a group holds is the register's to tell, and to be found by it is to be told of it.
  if (focusGroup != null && !caller.scopes.has(COORDINATION_SCOPES.readRegisterEntry))
    throw new HubError('FORBIDDEN');
  const entry = entryConditions(filter);
  const rows = selectRows(em, AidMatchEntity)
    .where(studentWithinReach(caller, sql.ref('aid_match.student_id'), today))
    .$if(verdict != null, (query) => query.where(sql<boolean>`verdict = ${verdict}`))
    .$if(programme != null, (query) => query.where(sql<boolean>`programme = ${programme}`))
    .$if(isAidedFirst === true, (query) => query.where(sql<boolean>`is_aided_first`))
    .$if(entry.length > 0, (query) =>
      query.where(sql<boolean>`exists (select from school_age_entry entry
        where entry.student_id = aid_match.student_id and ${sql.join(entry, sql` and `)})`),
    );
  return listPage(rows, BY_PROGRAMME, page);
}

function entryConditions({ division, school, focusGroup }: AidMatchFilter): RawBuilder<unknown>[] {
  return [
    ...(division != null ? [sql`starts_with(entry.counted_division_code, ${divisionPrefix(division)})`] : []),
    ...(school != null ? [sql`entry.school_code = ${school}`] : []),
    ...(focusGroup != null ? [sql`entry.focus_groups @> ${[focusGroup]}::text[]`] : []),
  ];
}

/**
 * Children of each programme and verdict, where they are counted, in a division that one of the caller's areas holds as
 * a whole: a part would look like the whole.
 * @throws {HubError} NOT_FOUND for any other division
 */
export async function countAidMatches(
  { db, caller, overAllRows }: LoaderContext,
  division: string,
): Promise<AidMatchCountType[]> {
  const { code, level } = await divisionByCode({ db }, division);
  const prefix = code.slice(0, DIGITS_OF_LEVEL[level ?? 'VILLAGE']);
  if (!reachesDivision(caller, prefix)) throw new HubError('NOT_FOUND');
  const { rows } = await overAllRows((db) =>
    sql<AidMatchCountType>`
      select found.programme, max(found.title) as title, found.verdict, count(*)::int as children
      from aid_match found join school_age_entry entry on entry.student_id = found.student_id
      where starts_with(entry.counted_division_code, ${prefix})
      group by found.programme, found.verdict order by found.programme, found.verdict`.execute(db),
  );
  return rows;
}
