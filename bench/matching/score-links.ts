import {
  MATCH_TIERS,
  type MatchLink,
  type MatchTier,
} from '../../subgraphs/coordination/comparison/matching/match-tiers.js';
import { shareOf, type Share } from '../../subgraphs/coordination/comparison/measuring/wilson.js';
import type { ComparedCounty } from './compare-county.js';
import type { Persons } from './persons.js';

export interface TierScore {
  readonly tier: MatchTier;
  readonly isAutomatic: boolean;
  /** Of the links made or proposed, those between rows of one child alone; null where there are none. */
  readonly precision: Share | null;
}

export interface LinkScore {
  readonly tiers: readonly TierScore[];
  /** Automatic links between rows of two persons. */
  readonly wrong: readonly MatchLink[];
}

/** A link that a tier may make by itself and leaves to a person, because something speaks against it, is a suggestion. */
export function scoreLinks({ links, matched }: ComparedCounty, persons: Persons): LinkScore {
  const recordOf = new Map(matched.map((record) => [record.canonicalId, record]));
  const personsOf = (id: string) => {
    const record = recordOf.get(id);
    return record ? persons.of(record) : new Set<string>();
  };
  const isRight = ({ memberId, canonicalId }: MatchLink) =>
    new Set([...personsOf(memberId), ...personsOf(canonicalId)]).size === 1;
  const tiers = (Object.keys(MATCH_TIERS) as MatchTier[]).flatMap((tier) =>
    [true, false].map((isAutomatic): TierScore => {
      const own = links.filter((link) => link.tier === tier && link.isAutomatic === isAutomatic);
      return { tier, isAutomatic, precision: shareOf(own.filter(isRight).length, own.length) };
    }),
  );
  return { tiers, wrong: links.filter((link) => link.isAutomatic && !isRight(link)) };
}
