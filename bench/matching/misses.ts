import type { MatchLink } from '../../subgraphs/coordination/comparison/matching/match-tiers.js';
import {
  isTrulyMissing,
  sendsSomebody,
  type FoundChild,
  type TruthLine,
} from '../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import type { DescribedChild } from './compare-county.js';
import type { MissKind } from './miss-kinds.js';
import { reasonOf } from './reasons.js';

export interface Miss {
  readonly kind: MissKind;
  /** Class of the truth file, or the tier of a link. */
  readonly class: string;
  readonly ids: readonly string[];
  /** What the comparison says instead; NOTHING where it says nothing, UNEXPLAINED where it has no explanation. */
  readonly proposed: readonly string[];
  /** Why no register could tell; null where one could. */
  readonly reason: string | null;
}

export interface Outcome {
  readonly truth: readonly TruthLine[];
  readonly found: readonly DescribedChild[];
  readonly foundByRegisters: readonly FoundChild[];
  readonly wrong: readonly MatchLink[];
}

/** Every planted case of which a comparison did not say what is so, in the order of the truth. */
export function missesOf({ truth, found, foundByRegisters, wrong }: Outcome): Miss[] {
  const foundOf = foundById(found);
  const byRegistersOf = foundById(foundByRegisters);
  const links = wrong.map(({ tier, memberId, canonicalId, evidence }): Miss => ({
    kind: 'WRONG_LINK',
    class: tier,
    ids: [memberId, canonicalId],
    proposed: evidence,
    reason: null,
  }));
  return [
    ...links,
    ...truth.flatMap((line) => {
      const own = foundOf(line.ids);
      const kinds: [MissKind, readonly FoundChild[]][] = [];
      if (own.length === 0) kinds.push(['NOT_FOUND', own]);
      if (isTrulyMissing(line)) {
        const alone = byRegistersOf(line.ids);
        if (!isVisited(own)) kinds.push(['NOBODY_SENT', own]);
        if (!isVisited(alone)) kinds.push(['NOBODY_SENT_BY_REGISTERS', alone]);
      }
      const isNamed = own.some(({ proposal }) => proposal === line.expectedDisposition);
      const isTold = own.some(({ discrepancies }) =>
        discrepancies.some(({ proposedDisposition }) => proposedDisposition === line.expectedDisposition),
      );
      if (own.length > 0 && !isNamed) kinds.push([isTold ? 'NAMED_SECOND' : 'OTHER_PROPOSAL', own]);
      return kinds.map(([kind, children]) => missOf(kind, line, children));
    }),
  ];
}

function missOf(
  kind: MissKind,
  { class: errorClass, ids }: TruthLine,
  children: readonly FoundChild[],
): Miss {
  const proposed = [...new Set(children.map(({ proposal }) => proposal ?? 'UNEXPLAINED'))].toSorted();
  return {
    kind,
    class: errorClass,
    ids,
    proposed: proposed.length > 0 ? proposed : ['NOTHING'],
    reason: reasonOf(kind, errorClass, proposed),
  };
}

function isVisited(children: readonly FoundChild[]): boolean {
  return children.some(({ proposal }) => sendsSomebody(proposal));
}

function foundById<Child extends FoundChild>(
  found: readonly Child[],
): (ids: readonly string[]) => readonly Child[] {
  const byId = Map.groupBy(
    found.flatMap((child) => child.memberIds.map((id) => ({ id, child }))),
    ({ id }) => id,
  );
  return (ids) => [...new Set(ids.flatMap((id) => (byId.get(id) ?? []).map(({ child }) => child)))];
}
