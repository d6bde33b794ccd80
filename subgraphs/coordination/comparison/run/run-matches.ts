import { sql, type Kysely } from 'kysely';
import type { MatchLink } from '../matching/match-tiers.js';

type Db = Kysely<unknown>;

/** What people have decided of matches, as it stood when the run pinned its sources. */
export interface DecidedMatches {
  /** Links that a person decided; those of a run are decided anew by the next one. */
  readonly links: readonly MatchLink[];
  /** Two ids each, divided by a space, that a person has said are two children, either way round. */
  readonly refused: readonly string[];
}

/**
 * Read once for a run and kept with what it pinned. What somebody decides meanwhile is for the next run: a record that
 * one pass takes for the matcher's and the other does not would be told twice, or not at all.
 */
export async function readDecidedMatches(db: Db): Promise<DecidedMatches> {
  return { links: await decidedLinks(db), refused: await refusedPairs(db) };
}

export function idsOfLinks(links: readonly MatchLink[]): ReadonlySet<string> {
  return new Set(links.flatMap(({ memberId, canonicalId }) => [memberId, canonicalId]));
}

async function decidedLinks(db: Db): Promise<MatchLink[]> {
  const { rows } = await sql<Omit<MatchLink, 'score' | 'isAutomatic'>>`
    select member_id as "memberId", canonical_id as "canonicalId", tier, evidence from student_link
    where decided_by not in (select run_id from register_run) order by member_id`.execute(db);
  return rows.map((link) => ({ ...link, score: 1, isAutomatic: true }));
}

async function refusedPairs(db: Db): Promise<string[]> {
  const { rows } = await sql<{ memberId: string; canonicalId: string }>`
    select member_id as "memberId", canonical_id as "canonicalId" from match_suggestion where state = 'REJECTED'`.execute(
    db,
  );
  return rows.flatMap(({ memberId: a, canonicalId: b }) => [`${a} ${b}`, `${b} ${a}`]);
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
