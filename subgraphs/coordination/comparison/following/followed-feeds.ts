import { sql, type Kysely } from 'kysely';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';
import { goesOnFrom } from '../../../_kit/changes/goes-on-from.js';

type Db = Kysely<unknown>;
/** By agency: everything up to the cursor is in the latest run. */
export type FeedCursors = ReadonlyMap<string, ChangeCursor>;

/** @returns nothing of an agency that no run has pinned yet */
export async function readCursors(db: Db): Promise<FeedCursors> {
  const { rows } = await sql<{ agency: string; version: number; seq: number }>`
    select agency, version::int as version, seq from followed_feed`.execute(db);
  return new Map(rows.map(({ agency, version, seq }) => [agency, { version, seq }]));
}

/**
 * Whether coordination's own feed tells something of these registers that the latest run has not read, or could have told
 * it before it was cleared.
 */
export async function hasOwnChanges(
  db: Db,
  cursor: ChangeCursor,
  registers: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from change where (version, seq) > (${cursor.version}::bigint, ${cursor.seq}::int)
      and register = any (${[...registers]}::text[]) limit 1`.execute(db);
  return rows.length > 0 || !(await goesOnFrom(db, cursor));
}

export async function storeCursors(db: Db, cursors: FeedCursors): Promise<void> {
  for (const [agency, { version, seq }] of cursors)
    await sql`insert into followed_feed (agency, version, seq) values (${agency}, ${version}, ${seq})
      on conflict (agency) do update set version = excluded.version, seq = excluded.seq`.execute(db);
}
