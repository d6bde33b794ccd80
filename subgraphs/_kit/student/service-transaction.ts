import { sql, type Kysely } from 'kysely';
import { serviceSession } from './session-context.js';

/**
 * A transaction for an agency's own work that sees all of its rows.
 * @param apart connections that have no session context of their own
 */
export function serviceTransaction<Result>(
  apart: Kysely<unknown>,
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  return apart.transaction().execute(async (transaction) => {
    for (const [name, value] of Object.entries(serviceSession))
      await sql`select set_config(${name}, ${value}, true)`.execute(transaction);
    return work(transaction);
  });
}
