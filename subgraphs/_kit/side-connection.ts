import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** By which the database's own views, and tests that count statements, tell these connections from the requests'. */
export const SIDE_CONNECTION_NAME = 'student-support-hub side';

/**
 * A few connections beside those of the requests, for what has to stand whether a request's transaction is kept or
 * not, and for what must not wait behind requests: one that held a connection while it waited for a second one of the
 * same pool could wait for ever.
 *
 * No session context: tables under row-level security show nothing here. Counts of the last instant may be lost when
 * the server crashes, which harms nobody and spares each of them the wait for the disk.
 */
export function openSideConnection(url: string): Kysely<unknown> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: SIDE_CONNECTION_NAME,
    max: 4,
    options: '-c synchronous_commit=off',
  });
  // A connection that breaks, idle or between two statements, is replaced at the next use; unheard, the event would end
  // the process when the database restarts.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
