import { hash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ChildResult } from './child-result.js';
import type { Range } from './range.js';

type Db = Kysely<unknown>;

/**
 * Whether a result is nothing but lines of the register, which may stand as they are while runs find the same. What is
 * carried over, told to agencies or followed by links is looked at in each run.
 */
export function isQuiet({ discrepancies, links, formerIds, splits, attendance }: ChildResult): boolean {
  return (
    discrepancies.length === 0 &&
    links.length === 0 &&
    formerIds.length === 0 &&
    splits.length === 0 &&
    attendance === null
  );
}

/** Changes with whatever is stored of a child. @param digest of the result's comparable part */
export function fingerprintOf({ number }: Pick<ChildResult, 'number'>, digest: string): string {
  // The number itself could be guessed from its digest; as its agency sealed it, it can't.
  return hash('sha256', `${digest} ${number?.sealed ?? ''}`, 'base64url');
}

/** By canonical id: what the register's lines of a range were made of; a register that is not loaded is made as a whole. */
export async function readFingerprints(db: Db, { from, upTo }: Range): Promise<ReadonlyMap<string, string>> {
  const end = upTo === '' ? sql`` : sql`and canonical_id < ${upTo}`;
  const { rows } = await sql<{ canonicalId: string; fingerprint: string }>`
    select canonical_id as "canonicalId", fingerprint from published_child
    where canonical_id >= ${from} ${end} and exists (select from register where code = 'SCHOOL_AGE_REGISTER')`.execute(
    db,
  );
  return new Map(rows.map(({ canonicalId, fingerprint }) => [canonicalId, fingerprint]));
}

/** Children of whom the run has found what is published. */
export async function storeConfirmed(
  db: Db,
  { runId, from }: Range,
  canonicalIds: readonly string[],
): Promise<void> {
  await sql`insert into comparison_confirmed (run_id, canonical_id, "from")
    select ${runId}, unnest(${[...canonicalIds]}::text[]), ${from}`.execute(db);
}

/**
 * SQL: children in `column` of whose lines the run leaves none as it stands. A difference of sets, which takes no longer
 * than reading both, whatever PostgreSQL believes of tables that it has not counted yet.
 */
export const renewed = (runId: string, table: string, column: string): RawBuilder<unknown> => sql`(
  select ${sql.ref(column)} collate "C" as id from ${sql.table(table)}
  except select canonical_id collate "C" from comparison_confirmed where run_id = ${runId})`;

/** Deletes the lines that the run writes anew, or leaves out. */
export async function deleteRenewed(db: Db, runId: string, table: string, column: string): Promise<void> {
  await sql`delete from ${sql.table(table)} old using ${renewed(runId, table, column)} renewed
    where ${sql.ref(`old.${column}`)} = renewed.id collate "default"`.execute(db);
}

/** Remembers what the register is made of from here on. */
export async function storeFingerprints(db: Db, runId: string): Promise<void> {
  await deleteRenewed(db, runId, 'published_child', 'canonical_id');
  await sql`insert into published_child (canonical_id, fingerprint)
    select canonical_id, fingerprint from comparison_result where run_id = ${runId}`.execute(db);
}
