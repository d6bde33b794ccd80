import { sql, type Kysely, type RawBuilder } from 'kysely';
import { codesLeaving } from '../comparison/dispositions/discrepancy-state.js';
import { DISPOSITIONS, type DispositionCode } from '../comparison/dispositions/dispositions.js';

/**
 * VERIFIED: somebody has decided. OPEN: nobody has. NOT_FOUND: a run has compared the list as it stands, no register of
 * the county knows such a child, and none waits to be matched with it.
 */
export const RESULT_OUTCOMES = ['VERIFIED', 'OPEN', 'NOT_FOUND'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

/** The county's answer to one entry of the national platform (核查结果). */
export interface VerifiedResult {
  readonly platformNumber: string;
  readonly batch: string;
  readonly childName: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly reason: string;
  readonly pushedOn: string;
  readonly dueOn: string;
  readonly outcome: ResultOutcome;
  readonly code: DispositionCode | null;
  readonly decidedOn: string | null;
  readonly validUntil: string | null;
  readonly verifierAgency: string | null;
  readonly evidence: readonly { readonly kind: string; readonly number: string }[] | null;
  readonly caseNumber: string | null;
  /** Answered by a decision that holds and needs nothing more (动态销号). */
  readonly isClosedOut: boolean;
}

export interface ResultAccount {
  /** Entries that were sent down, counted by themselves. */
  readonly entries: number;
  readonly verified: number;
  readonly open: number;
  readonly notFound: number;
}

/** A decision that is an answer: it closes the matter or confirms it. The rest are steps on the way. */
const ANSWERS = (Object.keys(DISPOSITIONS) as DispositionCode[]).filter(
  (code) => DISPOSITIONS[code].closesDiscrepancy || DISPOSITIONS[code].family === 'TRUE',
);

/** Answers of one batch, or of all, in the order of the platform's numbers. @param db sees all rows */
export async function readVerifiedResults(
  db: Kysely<unknown>,
  { batch, after, limit }: { readonly batch: string | null; readonly after: string; readonly limit: number },
): Promise<VerifiedResult[]> {
  const isOfBatch = batch === null ? sql`true` : sql`entry.batch = ${batch}`;
  const which = sql`entry.platform_number > ${after} and ${isOfBatch}`;
  const { rows } = await sql<VerifiedResult>`${resultsOf(which)}
    order by entry.platform_number limit ${limit}`.execute(db);
  return rows;
}

/** Answers to these entries, by the platform's number. @param db sees all rows */
export async function readResultsByNumber(
  db: Kysely<unknown>,
  platformNumbers: readonly string[],
): Promise<ReadonlyMap<string, VerifiedResult>> {
  const { rows } = await resultsOf(
    sql`entry.platform_number = any (${[...platformNumbers]}::text[])`,
  ).execute(db);
  return new Map(rows.map((row) => [row.platformNumber, row]));
}

/**
 * The decision is the one that holds on where the child is; one whose time is over is none, so an entry opens again by
 * itself. @param which SQL over `pushed_down_case entry`
 */
function resultsOf(which: RawBuilder<unknown>): RawBuilder<VerifiedResult> {
  return sql<VerifiedResult>`
    select entry.platform_number as "platformNumber", entry.batch, entry.child_name as "childName", entry.sex,
      entry.birth_date::text as "birthDate", entry.reason, entry.pushed_on::text as "pushedOn",
      entry.due_on::text as "dueOn", decided.code, decided.decided_on::text as "decidedOn",
      decided.valid_until::text as "validUntil", decided.verifier_agency as "verifierAgency", decided.evidence,
      decided.case_number as "caseNumber",
      case when decided.code = 'PERSON_NOT_FOUND' then 'NOT_FOUND'
        when decided.code is not null then 'VERIFIED'
        when compared.is_complete and not known.is_known and not known.is_asked then 'NOT_FOUND'
        else 'OPEN' end as outcome,
      coalesce(decided.code = any (${[...codesLeaving('CLOSED_OUT')]}::text[]), false) as "isClosedOut"
    from pushed_down_case entry
    cross join (
      select exists (
        select from comparison_run run, jsonb_array_elements(run.sources) taken (source)
          join register on register.code = taken.source ->> 'register'
        where run.state = 'COMPLETED' and taken.source ->> 'agency' = 'coordination'
          and register.code = 'NATIONAL_PLATFORM'
          and (taken.source ->> 'version')::int = register.version) as is_complete) compared
    cross join lateral (
      select coalesce((select link.canonical_id from student_link link where link.member_id = entry.student_id),
        entry.student_id) as id) child
    cross join lateral (
      select exists (
        select from school_age_entry line, unnest(line.found_in) source
        where line.student_id = child.id and not source ^@ 'coordination.') as is_known,
      exists (
        select from match_suggestion asked
        where asked.state = 'OPEN' and (asked.member_id in (entry.student_id, child.id)
          or asked.canonical_id in (entry.student_id, child.id))) as is_asked) known
    left join lateral (
      select * from disposition_record record
      where record.matter = 'WHEREABOUTS:' || child.id and record.ended_on is null
        and record.code = any (${[...ANSWERS]}::text[])
      order by record.id desc limit 1) decided on true
    where ${which}`;
}

/** Entries in, whatever became of them. */
export async function countEntries(db: Kysely<unknown>, batch: string | null): Promise<number> {
  const { rows } = await sql<{ entries: number }>`select count(*)::int as entries from pushed_down_case
    where ${batch === null ? sql`true` : sql`batch = ${batch}`}`.execute(db);
  return rows[0]?.entries ?? 0;
}

/** Whether every entry has exactly one answer. */
export const isReconciled = ({ entries, verified, open, notFound }: ResultAccount): boolean =>
  entries === verified + open + notFound;
