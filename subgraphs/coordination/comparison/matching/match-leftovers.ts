import type { ChildRecords } from '../../register/child-records.js';
import { createBlocks, type NumberRepairs } from './blocking-keys.js';
import { MATCH_TIERS, type MatchEvidence, type MatchLink } from './match-tiers.js';
import { agenciesOf, byStanding, isOnARoll, isRegistered } from './record-sides.js';
import { NAME_AGREEMENTS } from './name-forms.js';
import { pairOf, TIER_RULES, type Pair, type TierRule } from './tier-rules.js';
import { createTwinIndex } from './twins.js';

export interface LeftoverRecords {
  readonly leftovers: readonly ChildRecords[];
  /** Every other child that shares a blocking key with one of them. */
  readonly others: readonly ChildRecords[];
  readonly repairs?: NumberRepairs;
}

interface Edge {
  readonly pair: Pair;
  readonly evidence: readonly MatchEvidence[];
}

/** What a person can look through for one record. */
const MOST_SUGGESTIONS = 5;
/** What speaks against a suggestion, as a factor of its score. */
const DOUBT = 0.5;

/**
 * Looks for the other half of children of whom two registers do not agree on the number: tier by tier, the strongest
 * first. A link is automatic only where its tier allows and neither side has a second candidate.
 *
 * Nothing rests on a name alone, and a similar name never joins twins. The answer is the same in whatever order the
 * records come.
 */
export function matchLeftovers({ leftovers, others, repairs = new Map() }: LeftoverRecords): MatchLink[] {
  const sorted = [...leftovers, ...others].toSorted(byStanding);
  const isLeft = new Set(leftovers);
  const blockOf = createBlocks(sorted, repairs);
  const hasTwinsBeside = createTwinIndex(sorted);
  const rankOf = new Map(sorted.map((record, rank) => [record, rank]));
  const before = (a: ChildRecords, b: ChildRecords) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0);

  const pairs = new Map<ChildRecords, Pair[]>();
  for (const member of sorted) {
    const anchors = [...blockOf(member)]
      .filter((anchor) => before(anchor, member) < 0 && (isLeft.has(anchor) || isLeft.has(member)))
      .toSorted(before);
    const found = anchors.map((anchor) => pairOf(member, anchor, repairs, hasTwinsBeside(member, anchor)));
    if (found.length > 0) pairs.set(member, found);
  }

  const links: MatchLink[] = [];
  for (const rule of TIER_RULES) {
    const edges = edgesOf(rule, pairs);
    const suitorsOf = suitors(edges);
    for (const [member, own] of edges) {
      const found = linksOf(rule, own, suitorsOf);
      if (found.length > 0) pairs.delete(member);
      links.push(...found);
    }
  }
  return links.toSorted((a, b) => (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0));
}

function edgesOf(
  rule: TierRule,
  pairs: ReadonlyMap<ChildRecords, readonly Pair[]>,
): Map<ChildRecords, Edge[]> {
  const edges = new Map<ChildRecords, Edge[]>();
  for (const [member, candidates] of pairs) {
    const own = candidates.flatMap((pair) => {
      const evidence = rule.evidenceOf(pair);
      return evidence ? [{ pair, evidence }] : [];
    });
    if (own.length > 0) edges.set(member, closestNames(own));
  }
  return edges;
}

/** Beside a candidate of the very name, one whose name is merely like it is somebody else: a twin, often. */
function closestNames(edges: readonly Edge[]): Edge[] {
  const rankOf = ({ pair }: Edge) => (pair.likeness.name ? NAME_AGREEMENTS.indexOf(pair.likeness.name) : 0);
  const closest = Math.min(...edges.map(rankOf));
  return edges.filter((edge) => rankOf(edge) === closest);
}

type SuitorsOf = (anchor: ChildRecords) => readonly ChildRecords[];

function suitors(edges: ReadonlyMap<ChildRecords, readonly Edge[]>): SuitorsOf {
  const byAnchor = new Map<ChildRecords, ChildRecords[]>();
  for (const [member, own] of edges) {
    for (const { pair } of own) byAnchor.set(pair.anchor, [...(byAnchor.get(pair.anchor) ?? []), member]);
  }
  return (anchor) => byAnchor.get(anchor) ?? [];
}

function linksOf({ tier, needsUnique }: TierRule, own: readonly Edge[], suitorsOf: SuitorsOf): MatchLink[] {
  const isContested = own.length > 1 || own.some(({ pair }) => hasRival(pair, suitorsOf));
  if (isContested && needsUnique) return [];
  const { isAutomatic, score } = MATCH_TIERS[tier];
  return own.slice(0, MOST_SUGGESTIONS).map(({ pair, evidence }) => {
    const conflicts = tier === 'ALIAS' ? [] : conflictsOf(pair);
    const all = [...evidence, ...conflicts, ...(isContested ? (['SEVERAL_CANDIDATES'] as const) : [])];
    const hasDoubt = isContested || conflicts.length > 0 || evidence.includes('OTHER_GUARDIANS');
    return {
      memberId: pair.member.canonicalId,
      canonicalId: pair.anchor.canonicalId,
      tier,
      score: hasDoubt ? score * DOUBT : score,
      evidence: all,
      isAutomatic: isAutomatic && !isContested && conflicts.length === 0,
    };
  });
}

/** Another record of the same agency that could join the same child. */
function hasRival({ member, anchor }: Pair, suitorsOf: SuitorsOf): boolean {
  const agencies = agenciesOf(member.facts);
  return suitorsOf(anchor).some(
    (other) => other !== member && [...agenciesOf(other.facts)].some((agency) => agencies.has(agency)),
  );
}

/** What makes two sets of rows one child with two records in one register, which somebody has to clear up. */
function conflictsOf({ member, anchor }: Pair): MatchEvidence[] {
  const conflicts: MatchEvidence[] = [];
  if (isRegistered(member.facts) && isRegistered(anchor.facts)) conflicts.push('BOTH_REGISTERED');
  if (isOnARoll(member.facts) && isOnARoll(anchor.facts)) conflicts.push('BOTH_ON_THE_ROLL');
  return conflicts;
}
