import { sql } from 'kysely';
import type { Caller } from '../../_kit/access/caller.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { cursorOf, pageRequest, type PageArgs } from '../../_kit/schema/connection.js';
import { eachWithinReach } from '../../_kit/student/jurisdiction.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { CaseworkRecord } from './casework-change.enums.js';
import type { CaseworkChangePageType, CaseworkChangeType } from './casework-change.type.js';

/** Of a record the caller is told who may list it. */
const SCOPE_OF_RECORD: Readonly<Record<CaseworkRecord, string>> = {
  CASE: COORDINATION_SCOPES.readCasework,
  TASK: COORDINATION_SCOPES.readTasks,
  REFERRAL: COORDINATION_SCOPES.readReferrals,
  ORDER: COORDINATION_SCOPES.readCasework,
};

export function recordsToldTo({ scopes }: Pick<Caller, 'scopes'>): string[] {
  return Object.entries(SCOPE_OF_RECORD).flatMap(([record, scope]) => (scopes.has(scope) ? [record] : []));
}

/** How far the feed goes, and from where on it is kept; at one instant with the changes. */
interface FeedRow {
  readonly version: number;
  readonly cleared: number;
}
type ChangeRow = CaseworkChangeType & { readonly version: number };

/** Later than any record and number of the version. */
const END = ['~', '~'] as const;

/**
 * Who stopped in the midst of the version up to which the feed is cleared has not read the rest of it. Before the first
 * version there is nothing to read.
 */
function isPastCleared(version: number, record: string | number | undefined, { cleared }: FeedRow): boolean {
  return version > cleared || (version === cleared && (version === 0 || record === END[0]));
}

/**
 * Changes of records about children within reach after a cursor. A version comes to stand with its transaction, and the
 * next one only after it, so that whoever has read one has read all before it.
 */
export async function listCaseworkChanges(
  { readRows, caller, today }: LoaderContext,
  page: PageArgs,
): Promise<CaseworkChangePageType> {
  const { limit, after } = pageRequest(page, ['integer', 'text', 'text']);
  const [version, record, number] = after ?? [Number.MAX_SAFE_INTEGER, ...END];
  const [feeds, rows] = await Promise.all([
    readRows<FeedRow>(sql`
      select version, cleared_version as cleared from casework_feed`),
    readRows<ChangeRow>(sql`
      select version, record, number, kind, record_version as "recordVersion", at, student_id as "studentId"
      from casework_change changed
      where (version, record, number) > (${version}::bigint, ${record}::text, ${number}::text)
        and record = any (${recordsToldTo(caller)}::text[])
        and ${eachWithinReach(caller, sql.ref('changed.student_id'), today)}
      order by version, record, number limit ${limit + 1}`),
  ]);
  const feed = feeds[0] ?? { version: 0, cleared: 0 };
  const end = cursorOf([feed.version, ...END]);
  // Ahead of all that comes is a cursor from before the records were set up anew.
  const isContinuous =
    after === undefined || (isPastCleared(Number(version), record, feed) && Number(version) <= feed.version);
  if (!isContinuous) return { changes: [], cursor: end, hasMore: false, isContinuous };
  const changes = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const last = changes.at(-1);
  return {
    changes,
    cursor: hasMore && last ? cursorOf([last.version, last.record, last.number]) : end,
    hasMore,
    isContinuous,
  };
}
