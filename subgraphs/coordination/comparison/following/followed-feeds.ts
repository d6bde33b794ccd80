import { sql, type Kysely } from 'kysely';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';

type Db = Kysely<unknown>;
/** By agency: everything up to the cursor is in the latest run. */
export type FeedCursors = ReadonlyMap<string, ChangeCursor>;

/** @returns nothing of an agency that no run has pinned yet */
export async function readCursors(db: Db): Promise<FeedCursors> {
  const { rows } = await sql<{ agency: string; version: number; seq: number }>`
    select agency, version::int as version, seq from followed_feed`.execute(db);
  return new Map(rows.map(({ agency, version, seq }) => [agency, { version, seq }]));
}

export async function storeCursors(db: Db, cursors: FeedCursors): Promise<void> {
  for (const [agency, { version, seq }] of cursors)
    await sql`insert into followed_feed (agency, version, seq) values (${agency}, ${version}, ${seq})
      on conflict (agency) do update set version = excluded.version, seq = excluded.seq`.execute(db);
}
