import { sql, type Kysely } from 'kysely';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';

type Db = Kysely<unknown>;
/** By agency: everything up to the cursor is in the latest run. */
export type FeedCursors = ReadonlyMap<string, ChangeCursor>;

export interface FollowedFeed {
  readonly agency: string;
  /** Everything up to it is known, to the latest run or ahead of the next one. */
  readonly cursor: ChangeCursor;
  /** Whether something is known that the latest run has not taken in. */
  readonly isAhead: boolean;
}

/** @returns nothing of an agency that no run has pinned yet */
export async function readFeeds(db: Db): Promise<FollowedFeed[]> {
  const { rows } = await sql<{ agency: string; version: number; seq: number; isAhead: boolean }>`
    select agency, coalesce(ahead_version, version)::int as version, coalesce(ahead_seq, seq) as seq,
      ahead_version is not null as "isAhead" from followed_feed`.execute(db);
  return rows.map(({ agency, version, seq, isAhead }) => ({ agency, cursor: { version, seq }, isAhead }));
}

/** What a run has pinned. */
export async function storeCursors(db: Db, cursors: FeedCursors): Promise<void> {
  for (const [agency, { version, seq }] of cursors)
    await sql`insert into followed_feed (agency, version, seq) values (${agency}, ${version}, ${seq})
      on conflict (agency) do update set version = excluded.version, seq = excluded.seq,
        ahead_version = null, ahead_seq = null`.execute(db);
}

/** What is known ahead of the next run; nothing where the latest one has gone further meanwhile. */
export async function storeAheadCursor(
  db: Db,
  agency: string,
  { version, seq }: ChangeCursor,
): Promise<void> {
  await sql`update followed_feed set ahead_version = ${version}, ahead_seq = ${seq}
    where agency = ${agency}
      and (coalesce(ahead_version, version), coalesce(ahead_seq, seq)) < (${version}::bigint, ${seq}::int)`.execute(
    db,
  );
}
