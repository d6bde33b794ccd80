import { sql, type Kysely } from 'kysely';
import { serviceSession } from './session-context.js';

/**
 * A transaction for an agency's own work that sees all of its rows.
 * @param apart connections that have no session context of their own
 * @param isolation `repeatable read` for work whose statements must all see the same instant
 */
export function serviceTransaction<Result>(
  apart: Kysely<unknown>,
  work: (db: Kysely<unknown>) => Promise<Result>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<Result> {
  return apart
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (transaction) => {
      for (const [name, value] of Object.entries(serviceSession))
        await sql`select set_config(${name}, ${value}, true)`.execute(transaction);
      return work(transaction);
    });
}
