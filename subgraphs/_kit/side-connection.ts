import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/**
 * A few connections beside those of the requests, for what has to stand whether a request's transaction is kept or
 * not, and for what must not wait behind requests: one that held a connection while it waited for a second one of the
 * same pool could wait for ever.
 *
 * No session context: tables under row-level security show nothing here. Counts of the last instant may be lost when
 * the server crashes, which harms nobody and spares each of them the wait for the disk.
 */
export function openSideConnection(url: string): Kysely<unknown> {
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c synchronous_commit=off' });
  // An idle connection that breaks is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
