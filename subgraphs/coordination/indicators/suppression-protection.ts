import type { DivisionNode } from './division-tree.js';
import { eitherWay, interchangeable, linkedCounts, reachOf, signaturesOf, without } from './exchanges.js';

export interface MaskedUnit {
  readonly key: string;
  readonly threshold: number;
  readonly mask: bigint;
}

/** What stands hidden so far; `hide` adds to it. */
export interface HiddenSoFar {
  /** Measures that are still shown for a division. */
  readonly shownAt: (node: DivisionNode) => bigint;
  readonly isUnitHidden: (node: DivisionNode, unit: MaskedUnit) => boolean;
  readonly hide: (node: DivisionNode, unit: MaskedUnit) => void;
}

/** A measure as a bit of the classes. */
export interface Count {
  readonly bit: bigint;
  readonly about: ReadonlySet<string>;
  /** Ways in which it can change while it is hidden; one of them is enough. */
  readonly ways: readonly Way[];
}

/** What is exchanged, and a bit in which those who exchange have to be alike. */
export interface Way {
  readonly exchanged: readonly string[];
  readonly alike: bigint;
}

/** One count, and how wide a range it has to keep while it is hidden. */
interface ProtectedCount extends Count {
  readonly threshold: number;
  readonly units: readonly MaskedUnit[];
}

/** Hides more until every hidden count is uncertain enough: each further one may expose others, hence the passes. */
export function protectHiddenCounts(
  nodes: readonly DivisionNode[],
  units: readonly MaskedUnit[],
  measured: readonly Count[],
  { shownAt, isUnitHidden, hide }: HiddenSoFar,
): void {
  const aspects = measured.map(({ about }) => about);
  const counts: ProtectedCount[] = measured.map((count) => {
    const own = units.filter(({ mask }) => mask & count.bit);
    return { ...count, units: own, threshold: Math.max(...own.map(({ threshold }) => threshold)) };
  });
  const tops = nodes.filter(({ parent }) => parent === null);
  const groups = [tops, ...nodes.map(({ parts }) => parts)].filter((parts) => parts.length > 0);
  const isHidden = (node: DivisionNode, { bit }: ProtectedCount) => !(shownAt(node) & bit);
  const partsBeside = ({ parent }: DivisionNode) => parent?.parts ?? tops;

  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const count of counts) {
      for (const group of groups) {
        for (let exposed = firstExposed(group, count); exposed; exposed = firstExposed(group, count)) {
          if (!hideMore(exposed, count)) break;
          hasChanged = true;
        }
      }
    }
  }

  /** The first of the divisions side by side whose hidden count could be told too closely. */
  function firstExposed(group: readonly DivisionNode[], count: ProtectedCount): DivisionNode | null {
    const hiddenParts = group.filter((node) => isHidden(node, count));
    if (hiddenParts.length === 0) return null;
    const ways = count.ways.map((way) => {
      const mask = linkedMask(hiddenParts, way);
      return { mask, together: signaturesOf(hiddenParts, mask, count.bit) };
    });
    const isCovered = (node: DivisionNode) =>
      ways.some(({ mask, together }) => {
        const own = signaturesOf([node], mask, count.bit);
        return reachOf(own, without(together, own)) >= count.threshold;
      }) || count.ways.some((way) => reachFurtherOut(node, count, way) >= count.threshold);
    return hiddenParts.find((node) => sizeIn(node, count.bit) > 0 && !isCovered(node)) ?? null;
  }

  /** Where the division above is hidden too, its neighbours take part in exchanges as well; at the top, anybody. */
  function reachFurtherOut(node: DivisionNode, count: ProtectedCount, way: Way): number {
    for (let around: DivisionNode | null = node; around && isHidden(around, count); around = around.parent) {
      if (!around.parent) return reachWithoutSum(node, around, count, way);
      const beside = partsBeside(around).filter((other) => other !== around && isHidden(other, count));
      const mask = linkedMask([around, ...beside], way);
      const own = signaturesOf([node], mask, count.bit);
      const reach = reachOf(own, signaturesOf(beside, mask, count.bit));
      if (reach >= count.threshold) return reach;
    }
    return 0;
  }

  /** No sum of it is published at all: whoever may as well be counted as not, is free, in the division or beside it. */
  function reachWithoutSum(node: DivisionNode, top: DivisionNode, { bit }: ProtectedCount, way: Way): number {
    const topMask = linkedMask([top], way);
    const either = interchangeable(signaturesOf([top], topMask, bit));
    const isEither = (key: bigint) => either.has(key & topMask);
    let best = 0;
    for (const [key, children] of node.classes) if (isEither(key)) best += children;
    for (let part = node; part !== top && part.parent; part = part.parent) {
      const beside = part.parent.parts.filter((other) => other !== part);
      const mask = linkedMask(part.parent.parts, way);
      best = Math.max(best, reachOf(signaturesOf([node], mask, bit), eitherWay(beside, mask, bit, isEither)));
    }
    return best;
  }

  function linkedMask(divisions: readonly DivisionNode[], { exchanged, alike }: Way): bigint {
    const shown = divisions.reduce((mask, node) => mask | shownAt(node), 0n);
    return linkedCounts(exchanged, shown, aspects) | alike;
  }

  /** @returns whether there was anything more to hide. */
  function hideMore(exposed: DivisionNode, count: ProtectedCount): boolean {
    let node = exposed;
    while (node.parent && isHidden(node.parent, count)) node = node.parent;
    const sizeOf = (other: DivisionNode) => sizeIn(other, count.bit);
    const [smallest] = partsBeside(node)
      .filter((other) => !isHidden(other, count) && sizeOf(other) > 0)
      .toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.code < b.code ? -1 : 1));
    if (smallest) return hideAll(smallest, count.units);
    for (let level = exposed; ; level = level.parent) {
      if ((!level.parent || couldBeCovered(exposed, level, count)) && hideNarrowing(level, count))
        return true;
      if (level === node || !level.parent) break;
    }
    return node.parent ? hideAll(node.parent, count.units) : false;
  }

  function hideAll(node: DivisionNode, all: readonly MaskedUnit[]): boolean {
    for (const unit of all) hide(node, unit);
    return true;
  }

  /** Whether the divisions beside it have children enough, if only nothing else were shown of them. */
  function couldBeCovered(
    exposed: DivisionNode,
    node: DivisionNode,
    { bit, threshold }: ProtectedCount,
  ): boolean {
    const others = partsBeside(node).filter((other) => other !== node);
    return reachOf(signaturesOf([exposed], 0n, bit), signaturesOf(others, 0n, bit)) >= threshold;
  }

  /** Of the counts that are shown side by side and linked to this one, the smallest goes. */
  function hideNarrowing(node: DivisionNode, { ways }: ProtectedCount): boolean {
    const group = partsBeside(node);
    const linked = ways.reduce((mask, way) => mask | linkedMask(group, way), 0n);
    const sizeOf = ({ mask }: MaskedUnit) => group.reduce((sum, part) => sum + sizeIn(part, mask), 0);
    const [smallest] = units
      .filter((unit) => unit.mask & linked && group.some((part) => !isUnitHidden(part, unit)))
      .toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.key < b.key ? -1 : 1));
    if (smallest) for (const part of group) hide(part, smallest);
    return smallest !== undefined;
  }
}

function sizeIn({ classes }: DivisionNode, mask: bigint): number {
  let size = 0;
  for (const [key, children] of classes) if (key & mask) size += children;
  return size;
}
