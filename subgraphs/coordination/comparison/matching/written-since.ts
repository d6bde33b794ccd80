import { sql, type Kysely } from 'kysely';
import type { RecordSinceLink } from '../comparison.enums.js';

/** A record about a child that was one while a link stood, and may be about either of the two now. */
export interface WrittenSince {
  readonly record: RecordSinceLink;
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/**
 * What people have written about a linked child from the day of the link on. To which of the two it belongs nobody but a
 * person can say; what stood before it stays where it was.
 *
 * @param since YYYY-MM-DD
 */
export async function writtenSince(
  db: Kysely<unknown>,
  studentIds: readonly string[],
  since: string,
): Promise<WrittenSince[]> {
  const { rows } = await sql<WrittenSince>`
    select record, number, "on"::text as "on" from (
      select 'CASE' as record, case_number as number, student_id, opened_on as "on" from dropout_case
      union all
      select 'PERSUASION_VISIT', case_number, student_id, visited_on from persuasion_visit
      union all
      select 'REFERRAL', referral_number, student_id, sent_on from referral
      union all
      select 'ORDER', order_number, student_id, issued_on from enforcement_order
      union all
      select 'PLAN', plan_number, student_id, drawn_up_on from support_plan
      union all
      select 'DISPOSITION', code, student_id, decided_on from disposition_record) written
    where student_id = any (${[...studentIds]}::text[]) and "on" >= ${since}::date
    order by "on", record, number`.execute(db);
  return rows;
}
