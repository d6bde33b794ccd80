import type { Kysely } from 'kysely';
import { serviceTransaction } from './student/service-transaction.js';

/**
 * Counts over all rows of the agency, whoever asks: how many pupils a class has must not depend on how many of them
 * the caller may see. Who may ask for the count is for the caller of this to check; never read rows about a child so.
 */
export type OverAllRows = <Result>(count: (db: Kysely<unknown>) => Promise<Result>) => Promise<Result>;

/** @param apart connections beside those of the requests, since a request holds one already */
export function createOverAllRows(apart: Kysely<unknown>): OverAllRows {
  return (count) => serviceTransaction(apart, count);
}
