import { classify } from '../../subgraphs/coordination/comparison/discrepancies/classify.js';
import { comparedChildren } from '../../subgraphs/coordination/comparison/discrepancies/compared-children.js';
import type { Discrepancy } from '../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { createDiscrepancyFinder } from '../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import type { FoundChild } from '../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { blockingKeysOf } from '../../subgraphs/coordination/comparison/matching/blocking-keys.js';
import { matchLeftovers } from '../../subgraphs/coordination/comparison/matching/match-leftovers.js';
import type { MatchLink } from '../../subgraphs/coordination/comparison/matching/match-tiers.js';
import { isLeftover } from '../../subgraphs/coordination/comparison/matching/record-sides.js';
import { separateTwins } from '../../subgraphs/coordination/comparison/splits/separate-twins.js';
import { splitByIdentity } from '../../subgraphs/coordination/comparison/splits/split-evidence.js';
import { factsFrom } from '../../subgraphs/coordination/register/child-facts.js';
import type { ChildRecords } from '../../subgraphs/coordination/register/child-records.js';
import type { GeneratedCounty } from './generated-county.js';

export interface DescribedChild extends FoundChild {
  /** The one that names the child's difference first. */
  readonly discrepancies: readonly Discrepancy[];
}

export interface ComparedCounty {
  readonly found: readonly DescribedChild[];
  readonly links: readonly MatchLink[];
  /** What was matched: leftovers and those that share a key with one, two persons on one number kept apart. */
  readonly matched: readonly ChildRecords[];
}

/** What a run would do: two passes, the second for the children that share a key with a leftover. */
export function compareCounty(
  {
    records,
    repairs,
    context,
    identifier,
  }: Pick<GeneratedCounty, 'records' | 'repairs' | 'context' | 'identifier'>,
  { isMatching }: { readonly isMatching: boolean } = { isMatching: true },
): ComparedCounty {
  const apart = records.flatMap((whole) => {
    const parts = splitByIdentity(whole, identifier.provisional).records;
    return parts.map((record) => ({
      record,
      isForMatcher: record.canonicalId !== whole.canonicalId || isLeftover(record, context),
    }));
  });
  const leftovers = apart.filter(({ isForMatcher }) => isForMatcher).map(({ record }) => record);
  const keys = new Set(leftovers.flatMap((record) => [...blockingKeysOf(record, repairs)]));
  const others: ChildRecords[] = [];
  const settled: ChildRecords[] = [];
  for (const { record, isForMatcher } of apart) {
    if (isForMatcher) continue;
    const sharesKey = [...blockingKeysOf(record)].some((blockingKey) => keys.has(blockingKey));
    (sharesKey ? others : settled).push(record);
  }
  const matched = separateTwins([...leftovers, ...others], identifier.provisional).records;
  const links = isMatching
    ? matchLeftovers({
        leftovers: matched.filter((record) => isLeftover(record, context)),
        others: matched.filter((record) => !isLeftover(record, context)),
        repairs,
      })
    : [];
  const findDiscrepancies = createDiscrepancyFinder(context);
  const found = comparedChildren([...settled, ...matched], links).flatMap((child) => {
    const discrepancies = findDiscrepancies(child);
    const proposal = classify(discrepancies);
    return proposal === undefined ? [] : [{ memberIds: child.memberIds, proposal, discrepancies }];
  });
  return { found, links, matched };
}

/** The same county before anybody has gone to see: registers alone, no visits and no cases. */
export function withoutFieldwork<County extends Pick<GeneratedCounty, 'records'>>(county: County): County {
  const records = county.records.flatMap((record) => {
    const facts = factsFrom(record.facts, (agency) => agency !== 'coordination');
    return facts.foundIn.size > 0 || facts.identities.length > 0 ? [{ ...record, facts }] : [];
  });
  return { ...county, records };
}
