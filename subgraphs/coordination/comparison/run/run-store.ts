import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { ChildRecords } from '../../register/link-aliases.js';
import type { MatchLink } from '../matching/match-tiers.js';
import type { BucketDigest } from '../roster/result-digest.js';
import type { ChildResult } from './child-result.js';
import type { RunProblem, RunState } from './comparison-run.js';
import type { ComparisonRun } from './comparison-run.entity.js';
import { fromStored, toStored, type StoredRecord } from './records.js';
import type { PinnedSources } from './run-context.js';

type Db = Kysely<unknown>;

/** Somebody else has begun the same range since. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

/** A range as a job takes it. */
export interface Range {
  readonly runId: string;
  readonly from: string;
  readonly upTo: string;
}

/** Canonical ids begin with one of these, in the order of bytes: as many ranges, whatever the number of workers. */
const FIRST_CHARACTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** Fewer are not worth a job of their own. */
const CHILDREN_OF_RANGE = 2000;

/** @param children how many there are at least; keys are digests, so ranges of keys hold about as many each */
export function rangesOf(runId: string, children: number): Range[] {
  const wanted = Math.ceil(children / CHILDREN_OF_RANGE);
  const width = [32, 16, 8, 4, 2].find((each) => FIRST_CHARACTERS.length / each >= wanted) ?? 1;
  const starts = [...FIRST_CHARACTERS].filter((_, index) => index % width === 0);
  return starts.map((from, index) => ({
    runId,
    from: index === 0 ? '' : from,
    upTo: starts[index + 1] ?? '',
  }));
}

export async function readRanges(db: Db, runId: string): Promise<Range[]> {
  const { rows } = await sql<Range>`
    select run_id as "runId", "from", up_to as "upTo" from comparison_range where run_id = ${runId}
    order by "from"`.execute(db);
  return rows;
}

export async function findRun(db: Db, runId: string): Promise<ComparisonRun | undefined> {
  const { rows } = await sql<ComparisonRun>`
    select run_id as "runId", state, county_code as "countyCode", today::text as today,
      requested_by as "requestedBy", requested_at as "requestedAt", finished_at as "finishedAt",
      policy_version as "policyVersion", sources, problems, counts, digest
    from comparison_run where run_id = ${runId}`.execute(db);
  return rows[0];
}

export async function setState(
  db: Db,
  runId: string,
  state: RunState,
  { problems = [], now }: { readonly problems?: readonly RunProblem[]; readonly now?: Date } = {},
): Promise<void> {
  await sql`update comparison_run set state = ${state}, problems = ${JSON.stringify(problems)}::jsonb,
    finished_at = ${now?.toISOString() ?? null}::timestamptz where run_id = ${runId}`.execute(db);
}

export async function storePinned(
  db: Db,
  runId: string,
  { pinned, children }: { readonly pinned: PinnedSources; readonly children: number },
): Promise<void> {
  const sources = pinned.registers.map(({ agency, row }) => ({
    agency,
    register: row.code,
    version: row.version,
    asOf: row.asOf,
  }));
  await sql`update comparison_run set sources = ${JSON.stringify(sources)}::jsonb,
    pinned = ${JSON.stringify(pinned)}::jsonb where run_id = ${runId}`.execute(db);
  const ranges = rangesOf(runId, children);
  await sql`
    insert into comparison_range (run_id, "from", up_to, children, buckets)
    select ${runId}, given."from", given."upTo", 0, '[]'::jsonb
    from jsonb_to_recordset(${JSON.stringify(ranges)}::jsonb) as given ("from" text, "upTo" text)
    on conflict do nothing`.execute(db);
}

export async function readPinned(db: Db, runId: string): Promise<PinnedSources> {
  const { rows } = await sql<{ pinned: PinnedSources }>`
    select pinned from comparison_run where run_id = ${runId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('There is no such run.');
  return row.pinned;
}

/** Locks the run for the transaction, so that of the last two ranges one sees that all are done. */
export async function lockRun(db: Db, runId: string): Promise<RunState | undefined> {
  const { rows } = await sql<{ state: RunState }>`
    select state from comparison_run where run_id = ${runId} for update`.execute(db);
  return rows[0]?.state;
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

/** Links that a person decided; those of a run are decided anew by the next one. */
export async function decidedLinks(db: Db): Promise<MatchLink[]> {
  const { rows } = await sql<Omit<MatchLink, 'score' | 'isAutomatic'>>`
    select member_id as "memberId", canonical_id as "canonicalId", tier, evidence from student_link
    where decided_by not in (select run_id from register_run) order by member_id`.execute(db);
  return rows.map((link) => ({ ...link, score: 1, isAutomatic: true }));
}

export async function decidedIds(db: Db): Promise<ReadonlySet<string>> {
  const links = await decidedLinks(db);
  return new Set(links.flatMap(({ memberId, canonicalId }) => [memberId, canonicalId]));
}

export async function forgetRange(
  db: Db,
  { runId, from }: Range,
  parts: readonly ('comparison_key' | 'comparison_record' | 'comparison_result')[],
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
    on conflict (run_id, canonical_id) do update set record = excluded.record, is_leftover = excluded.is_leftover,
      "from" = excluded."from"`.execute(db);
}

export async function readRecords(db: Db, runId: string, isLeftover: boolean): Promise<ChildRecords[]> {
  const { rows } = await sql<{ record: StoredRecord }>`
    select record from comparison_record where run_id = ${runId} and is_leftover = ${isLeftover}
    order by canonical_id collate "C"`.execute(db);
  return rows.map(({ record }) => fromStored(record));
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
  await forgetRange(db, range, ['comparison_result']);
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

export async function storeResults(
  db: Db,
  { runId, from }: Pick<Range, 'runId' | 'from'>,
  results: readonly ChildResult[],
): Promise<void> {
  const given = results.map((result) => ({ canonicalId: result.canonicalId, result }));
  await sql`insert into comparison_result (run_id, canonical_id, "from", result)
    select ${runId}, given."canonicalId", ${from}, given.result
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given ("canonicalId" text, result jsonb)`.execute(
    db,
  );
}

/** What a person has refused is not asked again; what is not found any more is no question. */
export async function storeSuggestions(
  db: Db,
  runId: string,
  suggestions: readonly MatchLink[],
  today: string,
): Promise<void> {
  await sql`
    insert into match_suggestion (member_id, canonical_id, tier, score, evidence, state, found_on, found_by_run)
    select given."memberId", given."canonicalId", given.tier, given.score,
      array(select jsonb_array_elements_text(given.evidence)), 'OPEN', ${today}::date, ${runId}
    from jsonb_to_recordset(${JSON.stringify(suggestions)}::jsonb)
      as given ("memberId" text, "canonicalId" text, tier text, score double precision, evidence jsonb)
    on conflict (member_id, canonical_id) do update set tier = excluded.tier, score = excluded.score,
      evidence = excluded.evidence, found_by_run = excluded.found_by_run
      where match_suggestion.state = 'OPEN'`.execute(db);
  await sql`delete from match_suggestion where state = 'OPEN' and found_by_run <> ${runId}`.execute(db);
}

export async function storeOutcome(
  db: Db,
  runId: string,
  { digest, ...matcher }: { readonly digest: string; readonly matched: number; readonly suggested: number },
): Promise<void> {
  await sql`update comparison_run set digest = ${digest}, counts = (
      select jsonb_build_object('children', count(*),
        'discrepancies', coalesce(sum(jsonb_array_length(result -> 'discrepancies')), 0),
        'links', coalesce(sum(jsonb_array_length(result -> 'links')), 0))
      from comparison_result where run_id = ${runId}) || ${JSON.stringify(matcher)}::jsonb
    where run_id = ${runId}`.execute(db);
}

/** The results are the register by now. Withdrawn ids stay until the next run: agencies may still have to hear of them. */
export async function forgetWork(db: Db, runId: string): Promise<void> {
  for (const part of ['comparison_key', 'comparison_record', 'comparison_result', 'comparison_range'])
    await sql`delete from ${sql.table(part)} where run_id = ${runId}`.execute(db);
  await sql`update comparison_run set pinned = null where run_id = ${runId}`.execute(db);
}

/** @returns the run that is under way, if there is one */
export async function findRunUnderWay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ runId: string }>`
    select run_id as "runId" from comparison_run where finished_at is null limit 1`.execute(db);
  return rows[0]?.runId;
}

/** Two runs at once would publish over each other, so whoever asks waits for whoever asked. */
export async function lockRequests(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('comparison run'))`.execute(db);
}

export async function insertRun(
  db: Db,
  run: Pick<ComparisonRun, 'runId' | 'countyCode' | 'today' | 'requestedBy' | 'policyVersion'>,
  now: Date,
): Promise<void> {
  await sql`insert into comparison_run (run_id, state, county_code, today, requested_by, requested_at, policy_version,
      sources, problems, counts)
    values (${run.runId}, 'PINNING', ${run.countyCode}, ${run.today}::date, ${run.requestedBy},
      ${now.toISOString()}::timestamptz, ${run.policyVersion}, '[]', '[]', '{}')`.execute(db);
}

/** @returns share of the run's steps that is done, 0 to 1 */
export async function progressOf(db: Db, runId: string): Promise<number> {
  const { rows } = await sql<{ share: number }>`
    select case when run.finished_at is not null then 1 else
      coalesce((select (count(screened_at) + count(compared_at))::float / nullif(2 * count(*), 0) from comparison_range
        where run_id = run.run_id), 0) * 0.9 end as share
    from comparison_run run where run.run_id = ${runId}`.execute(db);
  return rows[0]?.share ?? 0;
}

/** Pairs of ids that a person has said are two children, either way round. */
export async function refusedPairs(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ memberId: string; canonicalId: string }>`
    select member_id as "memberId", canonical_id as "canonicalId" from match_suggestion where state = 'REJECTED'`.execute(
    db,
  );
  return new Set(rows.flatMap(({ memberId: a, canonicalId: b }) => [`${a} ${b}`, `${b} ${a}`]));
}
