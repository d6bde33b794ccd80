import { comparedChildren } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-children.js';
import { classify } from '../../../../subgraphs/coordination/comparison/discrepancies/classify.js';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import type { FoundChild } from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { blockingKeysOf } from '../../../../subgraphs/coordination/comparison/matching/blocking-keys.js';
import { matchLeftovers } from '../../../../subgraphs/coordination/comparison/matching/match-leftovers.js';
import type { MatchLink } from '../../../../subgraphs/coordination/comparison/matching/match-tiers.js';
import { isLeftover } from '../../../../subgraphs/coordination/comparison/matching/record-sides.js';
import { separateTwins } from '../../../../subgraphs/coordination/comparison/splits/separate-twins.js';
import { splitByIdentity } from '../../../../subgraphs/coordination/comparison/splits/split-evidence.js';
import { identifier, type GeneratedChildren } from './generated-children.js';

export interface ComparedCounty {
  readonly found: readonly (FoundChild & { readonly kinds: readonly string[] })[];
  readonly links: readonly MatchLink[];
  readonly leftovers: number;
}

/** A whole comparison in memory: two passes, the second for the children that share a key with a leftover. */
export function compareCounty(
  { records, repairs, context }: GeneratedChildren,
  matches = true,
): ComparedCounty {
  const apart = records.flatMap((record) => splitByIdentity(record, identifier.provisional).records);
  const leftovers = apart.filter((record) => isLeftover(record, context));
  const isLeft = new Set(leftovers);
  const keys = new Set(leftovers.flatMap((record) => [...blockingKeysOf(record, repairs)]));
  const others = apart.filter(
    (record) => !isLeft.has(record) && [...blockingKeysOf(record)].some((key) => keys.has(key)),
  );
  const pool = separateTwins([...leftovers, ...others], identifier.provisional).records;
  const links = matches
    ? matchLeftovers({
        leftovers: pool.filter((record) => isLeftover(record, context)),
        others: pool.filter((record) => !isLeftover(record, context)),
        repairs,
      })
    : [];
  const taken = new Set([...leftovers, ...others]);
  const all = [...apart.filter((record) => !taken.has(record)), ...pool];
  const findDiscrepancies = createDiscrepancyFinder(context);
  const found = comparedChildren(all, links).flatMap((child) => {
    const discrepancies = findDiscrepancies(child);
    const proposal = classify(discrepancies);
    return proposal === undefined
      ? []
      : [{ memberIds: child.memberIds, proposal, kinds: discrepancies.map(({ kind }) => kind) }];
  });
  return { found, links, leftovers: leftovers.length };
}
