import { joinFacts } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import type { MatchLink } from './match-tiers.js';

/**
 * The children that links make of records. Suggestions join nothing; a link to a record that is not here, or from
 * one, is passed over. Every child keeps the canonical id of the record that all its others lead to.
 */
export function groupByLinks(records: readonly ChildRecords[], links: readonly MatchLink[]): ChildRecords[] {
  const byId = new Map(records.map((record) => [record.canonicalId, record]));
  const anchorOf = new Map(
    links
      .filter(
        ({ isAutomatic, memberId, canonicalId }) =>
          isAutomatic && byId.has(memberId) && byId.has(canonicalId),
      )
      .map(({ memberId, canonicalId }) => [memberId, canonicalId]),
  );
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = anchorOf.get(root); next !== undefined; next = anchorOf.get(root)) root = next;
    return root;
  };
  const groups = Map.groupBy(records, ({ canonicalId }) => rootOf(canonicalId));
  return [...groups].map(([canonicalId, members]) => {
    const inOrder = members.toSorted((a, b) =>
      a.canonicalId === canonicalId
        ? -1
        : b.canonicalId === canonicalId
          ? 1
          : a.canonicalId < b.canonicalId
            ? -1
            : 1,
    );
    const [only] = inOrder;
    if (only && inOrder.length === 1) return only;
    return {
      canonicalId,
      memberIds: [...new Set(inOrder.flatMap(({ memberIds }) => memberIds))],
      facts: joinFacts(
        canonicalId,
        inOrder.map(({ facts }) => facts),
      ),
    };
  });
}
