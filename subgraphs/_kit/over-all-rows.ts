import { sql, type Kysely } from 'kysely';
import { serviceSession } from './student/session-context.js';

/**
 * Counts over all rows of the agency, whoever asks: how many pupils a class has must not depend on how many of them
 * the caller may see. Who may ask for the count is for the caller of this to check; never read rows about a child so.
 */
export type OverAllRows = <Result>(count: (db: Kysely<unknown>) => Promise<Result>) => Promise<Result>;

/** @param apart connections beside those of the requests, since a request holds one already */
export function createOverAllRows(apart: Kysely<unknown>): OverAllRows {
  return (count) =>
    apart.transaction().execute(async (transaction) => {
      for (const [name, value] of Object.entries(serviceSession))
        await sql`select set_config(${name}, ${value}, true)`.execute(transaction);
      return count(transaction);
    });
}
