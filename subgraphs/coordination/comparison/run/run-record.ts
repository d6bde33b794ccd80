import { sql, type Kysely } from 'kysely';
import type { RunProblem, RunState } from './comparison-run.js';
import type { ComparisonRun } from './comparison-run.entity.js';
import type { PinnedStatistics } from '../../indicators/pinned-statistics.js';
import type { PinnedRun } from './run-context.js';

type Db = Kysely<unknown>;

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
  pinned: PinnedRun & { readonly statistics: PinnedStatistics },
): Promise<void> {
  const sources = pinned.registers.map(({ agency, row }) => ({
    agency,
    register: row.code,
    version: row.version,
    asOf: row.asOf,
  }));
  await sql`update comparison_run set sources = ${JSON.stringify(sources)}::jsonb,
    pinned = ${JSON.stringify(pinned)}::jsonb where run_id = ${runId}`.execute(db);
}

export async function readPinned(db: Db, runId: string): Promise<PinnedRun> {
  const { rows } = await sql<{ pinned: PinnedRun }>`
    select pinned - 'statistics' as pinned from comparison_run where run_id = ${runId}`.execute(db);
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

export async function storeOutcome(
  db: Db,
  runId: string,
  { digest, ...matcher }: { readonly digest: string; readonly matched: number; readonly suggested: number },
): Promise<void> {
  await sql`update comparison_run set digest = ${digest}, counts = (
      select jsonb_build_object(
        'children', count(*) + (select count(*) from comparison_confirmed where run_id = ${runId}),
        'discrepancies', coalesce(sum(jsonb_array_length(discrepancies)), 0),
        'links', coalesce(sum(jsonb_array_length(links)), 0))
      from comparison_result where run_id = ${runId}) || ${JSON.stringify(matcher)}::jsonb
    where run_id = ${runId}`.execute(db);
}

/** @returns the run that is under way, if there is one */
export async function findRunUnderWay(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ runId: string }>`
    select run_id as "runId" from comparison_run where finished_at is null limit 1`.execute(db);
  return rows[0]?.runId;
}

/** How a run stands in time. */
export type RunTimes = Pick<ComparisonRun, 'state' | 'requestedAt' | 'finishedAt'>;

/** @returns the one that was asked for last */
export async function latestRun(db: Db): Promise<RunTimes | undefined> {
  const { rows } = await sql<RunTimes>`
    select state, requested_at as "requestedAt", finished_at as "finishedAt" from comparison_run
    order by requested_at desc, run_id desc limit 1`.execute(db);
  return rows[0];
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
