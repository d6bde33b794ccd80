import type {
  ClassScore,
  MissingScore,
} from '../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { pooledShare, type Share } from '../../subgraphs/coordination/comparison/measuring/wilson.js';
import type { CountyScore } from './score-county.js';
import type { TierScore } from './score-links.js';

/** All counties as one; each was scored by itself, since their ids mean nothing in another one. */
export interface PooledScore {
  readonly classes: readonly ClassScore[];
  readonly tiers: readonly TierScore[];
  readonly trulyMissing: {
    readonly recall: Share | null;
    readonly recallByRegisters: Share | null;
    readonly falseAlarmsPerTrueCase: number | null;
    readonly falseAlarmsPerTrueCaseUnmatched: number | null;
  };
}

export function poolScores(scores: readonly CountyScore[]): PooledScore {
  return {
    classes: pooledClasses(scores.flatMap(({ classes }) => classes)),
    tiers: pooledTiers(scores.flatMap(({ tiers }) => tiers)),
    trulyMissing: {
      recall: recallOf(scores.map(({ missing }) => missing)),
      recallByRegisters: recallOf(scores.map(({ missingByRegisters }) => missingByRegisters)),
      falseAlarmsPerTrueCase: falseAlarmRate(scores.map(({ missing }) => missing)),
      falseAlarmsPerTrueCaseUnmatched: falseAlarmRate(scores.map(({ missingUnmatched }) => missingUnmatched)),
    },
  };
}

function pooledClasses(classes: readonly ClassScore[]): ClassScore[] {
  return [...Map.groupBy(classes, (score) => score.class)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => {
      const [found, recall] = [
        pooledShare(own.map((score) => score.found)),
        pooledShare(own.map((score) => score.recall)),
      ];
      if (!found || !recall) return [];
      const precision = pooledShare(own.map((score) => score.precision));
      return [
        { class: name, expectedDisposition: own[0]?.expectedDisposition ?? '', found, recall, precision },
      ];
    });
}

function pooledTiers(tiers: readonly TierScore[]): TierScore[] {
  return [...Map.groupBy(tiers, ({ tier, isAutomatic }) => `${tier} ${isAutomatic}`).values()].flatMap(
    (own) => {
      const [first] = own;
      const precision = pooledShare(own.map((score) => score.precision));
      return first && precision ? [{ ...first, precision }] : [];
    },
  );
}

function recallOf(scores: readonly MissingScore[]): Share | null {
  return pooledShare(scores.map(({ recall }) => recall));
}

function falseAlarmRate(scores: readonly MissingScore[]): number | null {
  const cases = recallOf(scores)?.of;
  const alarms = scores.reduce((total, { falseAlarms }) => total + falseAlarms, 0);
  return cases === undefined ? null : alarms / cases;
}
