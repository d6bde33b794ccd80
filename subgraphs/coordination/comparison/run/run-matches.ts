import { sql, type Kysely } from 'kysely';
import type { MatchLink } from '../matching/match-tiers.js';

type Db = Kysely<unknown>;

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

/** Pairs of ids that a person has said are two children, either way round. */
export async function refusedPairs(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ memberId: string; canonicalId: string }>`
    select member_id as "memberId", canonical_id as "canonicalId" from match_suggestion where state = 'REJECTED'`.execute(
    db,
  );
  return new Set(rows.flatMap(({ memberId: a, canonicalId: b }) => [`${a} ${b}`, `${b} ${a}`]));
}
