import type { Share } from '../../subgraphs/coordination/comparison/measuring/wilson.js';
import type { PooledScore } from './pool-scores.js';

/** Point values, with the cases below which they would say nothing. */
export const AIMS = {
  automaticPrecision: 0.999,
  automaticLinks: 3000,
  missingRecall: 0.995,
  missingCases: 600,
} as const;

/** What was not reached, one sentence each; empty when all is well. */
export function missedAims({ tiers, trulyMissing }: PooledScore): string[] {
  const automatic = tiers.filter(({ isAutomatic }) => isAutomatic);
  return [
    ...automatic.flatMap(({ tier, precision }) =>
      missed(`precision of ${tier}`, precision, AIMS.automaticPrecision, AIMS.automaticLinks),
    ),
    ...missed('recall of the truly missing', trulyMissing.recall, AIMS.missingRecall, AIMS.missingCases),
    ...missed(
      'recall of the truly missing by registers alone',
      trulyMissing.recallByRegisters,
      AIMS.missingRecall,
      AIMS.missingCases,
    ),
  ];
}

function missed(what: string, share: Share | null, aim: number, cases: number): string[] {
  const few =
    (share?.of ?? 0) < cases ? [`${what}: ${share?.of ?? 0} cases, at least ${cases} are needed`] : [];
  const low =
    share && share.value < aim ? [`${what}: ${percent(share.value)}, the aim is ${percent(aim)}`] : [];
  return [...few, ...low];
}

export function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}
