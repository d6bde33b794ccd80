import { sql, type Kysely } from 'kysely';
import { followLinks } from '../dispositions/follow-links.js';
import {
  endAnswered,
  lapseDecisions,
  markGone,
  settleDiscrepancies,
} from '../dispositions/settle-discrepancies.js';
import { handOver, type HandOver } from '../tasks/hand-over.js';

/**
 * What is still there keeps the day it was first seen; what is not found any more is gone, and may come back. The state of
 * what is found follows from the decisions on it, once those are judged by the day; then whoever has to go is told.
 *
 * @returns children of whom a decision holds no more
 */
export async function carryDiscrepancies(
  db: Kysely<unknown>,
  { runId, ...handedOver }: HandOver & { readonly runId: string },
): Promise<{ readonly studentId: string }[]> {
  const { today } = handedOver;
  // Whoever decides meanwhile waits before the first row, so that no two hold what the other needs.
  await sql`lock table discrepancy in exclusive mode`.execute(db);
  await followLinks(db, { runId, today });
  await sql`
    insert into discrepancy as known (key, student_id, kind, evidence, proposed_disposition, held_until,
      township_code, school_code, state, first_seen_on, first_seen_run, last_seen_on, last_seen_run)
    select element ->> 'key', element ->> 'canonicalId', element ->> 'kind', element -> 'evidence',
      element ->> 'proposedDisposition', (element ->> 'heldUntil')::date, element -> 'dueTo' ->> 'township',
      element -> 'dueTo' ->> 'schoolCode', 'OPEN', ${today}::date, ${runId}, ${today}::date, ${runId}
    from (select element from comparison_result found, jsonb_array_elements(found.discrepancies) element
      where found.run_id = ${runId}) part
    on conflict (key) do update set student_id = excluded.student_id, evidence = excluded.evidence,
      proposed_disposition = excluded.proposed_disposition, held_until = excluded.held_until,
      township_code = excluded.township_code, school_code = excluded.school_code,
      first_seen_on = case known.state when 'GONE' then excluded.first_seen_on else known.first_seen_on end,
      first_seen_run = case known.state when 'GONE' then excluded.first_seen_run else known.first_seen_run end,
      last_seen_on = excluded.last_seen_on, last_seen_run = excluded.last_seen_run`.execute(db);
  await markGone(db, { runId, today });
  const told = [...(await lapseDecisions(db, today)), ...(await endAnswered(db, { runId, today }))];
  await settleDiscrepancies(db, { runId, today });
  await handOver(db, handedOver);
  return told;
}
