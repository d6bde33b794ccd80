import {
  scoreAgainstTruth,
  scoreMissing,
  type ClassScore,
  type MissingScore,
} from '../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { compareCounty, withoutFieldwork } from './compare-county.js';
import type { GeneratedCounty } from './generated-county.js';
import { missesOf, type Miss } from './misses.js';
import { scoreLinks, type TierScore } from './score-links.js';

/** What a comparison of one county is worth; small, so that the county itself can go. */
export interface CountyScore {
  readonly children: number;
  readonly planted: number;
  readonly classes: readonly ClassScore[];
  readonly tiers: readonly TierScore[];
  /** With what visits and cases say. */
  readonly missing: MissingScore;
  /** By registers alone. */
  readonly missingByRegisters: MissingScore;
  /** Without a single link or suggestion. */
  readonly missingUnmatched: MissingScore;
  /** Children of whom the registers are said to disagree, and of whom nothing was planted. */
  readonly foundUnplanted: number;
  readonly misses: readonly Miss[];
}

export function scoreCounty(county: GeneratedCounty): CountyScore {
  const { truth, persons, children } = county;
  const compared = compareCounty(county);
  const byRegisters = compareCounty(withoutFieldwork(county));
  const unmatched = compareCounty(county, { isMatching: false });
  const { tiers, wrong } = scoreLinks(compared, persons);
  const plantedIds = new Set(truth.flatMap(({ ids }) => ids));
  return {
    children,
    planted: truth.length,
    classes: scoreAgainstTruth(compared.found, truth),
    tiers,
    missing: scoreMissing(compared.found, truth),
    missingByRegisters: scoreMissing(byRegisters.found, truth),
    missingUnmatched: scoreMissing(unmatched.found, truth),
    foundUnplanted: compared.found.filter(({ memberIds }) => !memberIds.some((id) => plantedIds.has(id)))
      .length,
    misses: missesOf({ truth, found: compared.found, foundByRegisters: byRegisters.found, wrong }),
  };
}
