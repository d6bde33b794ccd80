import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { BucketDigest } from '../roster/result-digest.js';
import { lockRun } from './run-record.js';
import { type Range, rangesOf } from './range.js';
import { forgetRange } from './run-findings.js';

type Db = Kysely<unknown>;

/** Somebody else has begun the same range since. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

/** Cuts the run into ranges, once. */
export async function insertRanges(db: Db, runId: string, children: number): Promise<void> {
  const ranges = rangesOf(runId, children);
  await sql`
    insert into comparison_range (run_id, "from", up_to, children, buckets)
    select ${runId}, given."from", given."upTo", 0, '[]'::jsonb
    from jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) as given ("from" text, "upTo" text)
    on conflict do nothing`.execute(db);
}

export async function readRanges(db: Db, runId: string): Promise<Range[]> {
  const { rows } = await sql<Range>`
    select run_id as "runId", "from", up_to as "upTo" from comparison_range where run_id = ${runId}
    order by "from"`.execute(db);
  return rows;
}

export async function readRange(db: Db, runId: string, from: string): Promise<Range | undefined> {
  const { rows } = await sql<Range>`
    select run_id as "runId", "from", up_to as "upTo" from comparison_range
    where run_id = ${runId} and "from" = ${from}`.execute(db);
  return rows[0];
}

/** @returns how many ranges are still without it */
export async function markRange(
  db: Db,
  { runId, from }: Range,
  done:
    | { readonly step: 'SCREENED'; readonly now: Date }
    | {
        readonly step: 'COMPARED';
        readonly now: Date;
        readonly children: number;
        readonly buckets: readonly BucketDigest[];
      },
): Promise<number> {
  const at = done.now.toISOString();
  if (done.step === 'SCREENED')
    await sql`update comparison_range set screened_at = ${at}::timestamptz
      where run_id = ${runId} and "from" = ${from}`.execute(db);
  else
    await sql`update comparison_range set compared_at = ${at}::timestamptz, children = ${done.children},
      buckets = ${JSON.stringify(done.buckets)}::jsonb where run_id = ${runId} and "from" = ${from}`.execute(
      db,
    );
  const column = sql.ref(done.step === 'SCREENED' ? 'screened_at' : 'compared_at');
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from comparison_range where run_id = ${runId} and ${column} is null`.execute(
    db,
  );
  return rows[0]?.left ?? 0;
}

/**
 * Begins to compare a range: what an earlier attempt has stored is gone, and it stores no more.
 * @returns the attempt, by which its results are taken; undefined when the range is compared, and its results are in use
 */
export async function beginAttempt(db: Db, range: Range): Promise<string | undefined> {
  if ((await lockRun(db, range.runId)) !== 'COMPARING') return undefined;
  const attempt = randomUUID();
  const { rows } = await sql`update comparison_range set attempt = ${attempt}::uuid
    where run_id = ${range.runId} and "from" = ${range.from} and compared_at is null returning 1`.execute(db);
  if (rows.length === 0) return undefined;
  await forgetRange(db, range, ['comparison_result', 'comparison_confirmed']);
  await forgetRange(db, range, ['comparison_record'], false);
  return attempt;
}

/**
 * Keeps the range for the transaction. A worker that others took for dead may still be at it: without this it would go
 * on storing, and mark as done, what they have begun anew.
 * @throws {SupersededError}
 */
export async function holdAttempt(db: Db, { runId, from }: Range, attempt: string): Promise<void> {
  const { rows } = await sql`select from comparison_range
    where run_id = ${runId} and "from" = ${from} and attempt = ${attempt}::uuid for update`.execute(db);
  if (rows.length === 0) throw new SupersededError();
}
