import { sql, type Kysely } from 'kysely';
import { END_OF_VERSION, type ChangeCursor } from './change-feed.js';

/**
 * Whether nothing is missed by who goes on from a cursor. Who has not read what is cleared by now would miss it without
 * knowing, the rest of a version in whose midst it stopped too; so would a cursor from before the registers were set up
 * anew, ahead of all that comes. Before the first version there is nothing to read.
 *
 * To be asked after the changes were read: what is cleared in between is a gap as well.
 */
export async function goesOnFrom(db: Kysely<unknown>, { version, seq }: ChangeCursor): Promise<boolean> {
  const { rows } = await sql<{ version: number; cleared: number }>`
    select version::int as version, cleared_version::int as cleared from change_feed`.execute(db);
  const feed = rows[0] ?? { version: 0, cleared: 0 };
  if (version > feed.version) return false;
  return version > feed.cleared || (version === feed.cleared && (version === 0 || seq === END_OF_VERSION));
}
