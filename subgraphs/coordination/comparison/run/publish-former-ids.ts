import { sql, type Kysely } from 'kysely';
import { SCHOOL_AGE_ORIGIN } from '../../register/student-scopes.js';
import { noteChanged } from './replace-scopes.js';
import type { MatchEvidence, MatchTier } from '../matching/match-tiers.js';

const TIER: MatchTier = 'ALIAS';
const EVIDENCE: readonly MatchEvidence[] = ['POLICE_FORMER_NUMBER'];

/**
 * A number that police say a child had before leads to the child also where nobody has a row under it: papers still bear
 * it. One under which somebody stands is the matcher's to judge; one that two children had tells neither, and what a
 * person has taken back stays so.
 *
 * To be called when the run's own scopes and links are stored, since they say which ids have rows.
 */
export async function publishFormerIds(
  db: Kysely<unknown>,
  { runId, today, version }: { readonly runId: string; readonly today: string; readonly version: number },
): Promise<void> {
  await sql`
    with had as (
      select former.id, min(found.canonical_id) as canonical_id
      from comparison_result found, jsonb_array_elements_text(found.former_ids) former (id)
      where found.run_id = ${runId} group by former.id having count(distinct found.canonical_id) = 1),
    linked as (
      insert into student_link (member_id, canonical_id, tier, evidence, decided_by, decided_on)
      select had.id, had.canonical_id, ${TIER}, ${[...EVIDENCE]}::text[], ${runId}, ${today}::date from had
      where not exists (
        select from published_child own where own.canonical_id = had.id)
      and not exists (
        select from student_scope own where own.student_id = had.id and own.origin = ${SCHOOL_AGE_ORIGIN})
      and not exists (
        select from match_suggestion refused where refused.state = 'REJECTED'
          and refused.member_id in (had.id, had.canonical_id) and refused.canonical_id in (had.id, had.canonical_id))
      on conflict do nothing returning member_id, canonical_id),
    changed as (
      insert into student_scope (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
      select linked.member_id, scope.canonical_id, scope.kind, scope.code, scope.valid_from, scope.valid_to, scope.origin
      from linked join student_scope scope on scope.student_id = linked.canonical_id
        and scope.origin = ${SCHOOL_AGE_ORIGIN}
      returning student_id)
    ${noteChanged(SCHOOL_AGE_ORIGIN, version)}`.execute(db);
}
