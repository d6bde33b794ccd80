import { sql, type Kysely } from 'kysely';
import type { ChildRecords } from '../../register/child-records.js';
import { toRow, type ChildResult } from './child-result.js';
import type { RunContext } from './run-context.js';
import { fromStored, joinRecords, toStored, type StoredRecord } from './records.js';
import { type Range } from './range.js';

type Db = Kysely<unknown>;

const RANGE_PARTS = [
  'comparison_key',
  'comparison_record',
  'comparison_result',
  'comparison_confirmed',
] as const;
type RangePart = (typeof RANGE_PARTS)[number];

/** A result and by what it is known again. */
export interface StoredResult {
  readonly result: ChildResult;
  readonly fingerprint: string;
}

export async function forgetRange(
  db: Db,
  { runId, from }: Range,
  parts: readonly RangePart[],
  isLeftover?: boolean,
): Promise<void> {
  for (const part of parts) {
    const only =
      part === 'comparison_record' && isLeftover !== undefined ? sql`and is_leftover = ${isLeftover}` : sql``;
    await sql`delete from ${sql.table(part)} where run_id = ${runId} and "from" = ${from} ${only}`.execute(
      db,
    );
  }
}

export async function storeKeys(db: Db, { runId, from }: Range, keys: Iterable<string>): Promise<void> {
  await sql`insert into comparison_key (run_id, key, "from")
    select ${runId}, unnest(${[...keys]}::text[]), ${from} on conflict do nothing`.execute(db);
}

export async function readKeys(db: Db, runId: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from comparison_key where run_id = ${runId}`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

export async function storeRecords(
  db: Db,
  { runId, from }: Range,
  records: readonly ChildRecords[],
  isLeftover: boolean,
): Promise<void> {
  const given = records.map((record) => ({ canonicalId: record.canonicalId, record: toStored(record) }));
  await sql`insert into comparison_record (run_id, canonical_id, "from", is_leftover, record)
    select ${runId}, given."canonicalId", ${from}, ${isLeftover}, given.record
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given ("canonicalId" text, record jsonb)
    on conflict (run_id, canonical_id, "from", is_leftover) do update set record = excluded.record`.execute(
    db,
  );
}

export interface StoredRecords {
  readonly leftovers: readonly ChildRecords[];
  readonly others: readonly ChildRecords[];
}

/** What stands in several ranges of one id is one record, and a leftover where it is one in any of them. */
export async function readRecords(db: Db, runId: string): Promise<StoredRecords> {
  const { rows } = await sql<{ record: StoredRecord; isLeftover: boolean }>`
    select record, is_leftover as "isLeftover" from comparison_record where run_id = ${runId}
    order by canonical_id collate "C", "from" collate "C", is_leftover`.execute(db);
  const records = [...Map.groupBy(rows, ({ record }) => record.canonicalId).values()].map((parts) => ({
    record: joinRecords(parts.map(({ record }) => fromStored(record))),
    isLeftover: parts.some(({ isLeftover }) => isLeftover),
  }));
  const ofKind = (wanted: boolean) =>
    records.flatMap(({ record, isLeftover }) => (isLeftover === wanted ? [record] : []));
  return { leftovers: ofKind(true), others: ofKind(false) };
}

export async function storeResults(
  db: Db,
  { runId, from }: Pick<Range, 'runId' | 'from'>,
  results: readonly StoredResult[],
  context: Pick<RunContext, 'openNumber' | 'seal'>,
): Promise<void> {
  const given = results.map(({ result, fingerprint }) => ({ ...toRow(result, context), fingerprint }));
  await sql`insert into comparison_result (run_id, canonical_id, "from", fingerprint, entry, risk, attendance, links,
      former_ids, scopes, risk_factors, aid_matches, discrepancies, splits)
    select ${runId}, given."canonicalId", ${from}, given.fingerprint, nullif(given.entry, 'null'), given.risk,
      nullif(given.attendance, 'null'), given.links, given."formerIds", given.scopes, given."riskFactors",
      given."aidMatches", given.discrepancies, given.splits
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given ("canonicalId" text, fingerprint text,
      entry jsonb, risk jsonb, attendance jsonb, links jsonb, "formerIds" jsonb, scopes jsonb, "riskFactors" jsonb,
      "aidMatches" jsonb, discrepancies jsonb, splits jsonb)`.execute(db);
}

/** The results are the register by now. */
export async function forgetWork(db: Db, runId: string): Promise<void> {
  for (const part of [...RANGE_PARTS, 'comparison_range'])
    await sql`delete from ${sql.table(part)} where run_id = ${runId}`.execute(db);
  await sql`update comparison_run set pinned = null where run_id = ${runId}`.execute(db);
}
