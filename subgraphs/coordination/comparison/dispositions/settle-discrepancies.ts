import { sql, type Kysely, type RawBuilder } from 'kysely';
import { codesLeaving, codesOfTerm } from './discrepancy-state.js';

type Db = Kysely<unknown>;

const IS_OF_PLATFORM = sql`found.kind = 'SUSPECTED_BY_PLATFORM'`;

export interface FoundByRun {
  readonly runId: string;
  readonly today: string;
}

/** A child of whom something else was decided than before, under the id of the record. */
interface Told {
  readonly studentId: string;
}

/**
 * Gives decisions until the next term their last day, which were open-ended while the calendar did not reach so far. A
 * run does so before it reads them.
 *
 * @param termStarts of the calendar, in order
 */
export async function dateDecisions(db: Db, termStarts: readonly string[]): Promise<Told[]> {
  const { rows } = await sql<Told>`update disposition_record record set valid_until = term.start - 1
    from (select known.id, min(given.start) as start
      from disposition_record known, unnest(${[...termStarts]}::date[]) as given (start)
      where known.ended_on is null and known.valid_until is null
        and known.code = any (${[...codesOfTerm]}::text[]) and given.start > known.decided_on
      group by known.id) term
    where term.id = record.id returning record.student_id as "studentId"`.execute(db);
  return rows;
}

/** Ends decisions whose time is over, before the day is judged. */
export async function lapseDecisions(db: Db, today: string): Promise<Told[]> {
  const { rows } =
    await sql<Told>`update disposition_record set ended_on = ${today}::date, end_reason = 'LAPSED'
    where ended_on is null and valid_until < ${today}::date returning student_id as "studentId"`.execute(db);
  return rows;
}

/**
 * Ends decisions on what a run does not find any more, unless they name their own last day: the registers speak for
 * themselves again, and whatever comes up later is another difference. What the national platform suspects is found by
 * every run; a decision that answers it goes on to, and answers nothing else from there on.
 */
export async function endAnswered(db: Db, { runId, today }: FoundByRun): Promise<Told[]> {
  const isRepair = sql`record.code = any (${[...codesLeaving('AWAITING_REPAIR')]}::text[])`;
  const isFound = (which: RawBuilder<unknown>) => sql`exists (
    select from discrepancy found
    where found.matter = record.matter and found.last_seen_run = ${runId} and ${which})`;
  const byRegisters = isFound(sql`not ${IS_OF_PLATFORM}`);
  const byPlatform = isFound(IS_OF_PLATFORM);
  const isOpenEnded = sql`record.ended_on is null and record.valid_until is null`;
  const narrowed = await sql<Told>`update disposition_record record set narrowed_on = ${today}::date
    where ${isOpenEnded} and record.narrowed_on is null and not ${isRepair} and ${byPlatform} and not ${byRegisters}
    returning record.student_id as "studentId"`.execute(db);
  const ended = await sql<Told>`update disposition_record record set ended_on = ${today}::date,
      end_reason = case when ${isRepair} then 'REPAIRED' else 'GONE' end
    where ${isOpenEnded} and not (case when record.narrowed_on is null then ${byRegisters} else ${byPlatform} end)
    returning record.student_id as "studentId"`.execute(db);
  return [...narrowed.rows, ...ended.rows];
}

/** Marks what the run did not find. */
export async function markGone(db: Db, { runId, today }: FoundByRun): Promise<void> {
  await sql`update discrepancy set state = 'GONE', closed_on = coalesce(closed_on, ${today}::date),
      disposition_id = null, version = version + 1
    where state <> 'GONE' and last_seen_run <> ${runId}`.execute(db);
}

/** Gives every difference the state that the decision on its matter leaves it in; without one it is open. */
export async function settleDiscrepancies(
  db: Db,
  { today, runId, matter }: { readonly today: string; readonly runId?: string; readonly matter?: string },
): Promise<void> {
  const which =
    matter === undefined
      ? sql`found.last_seen_run = ${runId}`
      : sql`found.state <> 'GONE' and found.matter = ${matter}`;
  await sql`
    update discrepancy known set disposition_id = due.id, state = due.state,
      closed_on = case when due.state <> 'CLOSED_OUT' then null
        when known.state = 'CLOSED_OUT' then known.closed_on else ${today}::date end,
      reopened_on = case when due.state = 'OPEN' and known.state <> 'OPEN' then ${today}::date else known.reopened_on end,
      version = version + 1
    from (
      select found.key, decided.id, case
          when decided.code = any (${[...codesLeaving('CLOSED_OUT')]}::text[]) then 'CLOSED_OUT'
          when decided.code = any (${[...codesLeaving('AWAITING_REPAIR')]}::text[]) then 'AWAITING_REPAIR'
          else 'OPEN' end as state
      from discrepancy found left join lateral (
        select id, code from disposition_record record
        where record.matter = found.matter and record.ended_on is null
          and (record.narrowed_on is null or ${IS_OF_PLATFORM})
        order by id desc limit 1) decided on true
      where ${which}) due
    where due.key = known.key and (known.disposition_id is distinct from due.id or known.state <> due.state)`.execute(
    db,
  );
}
