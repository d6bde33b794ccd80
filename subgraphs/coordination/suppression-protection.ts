import type { DivisionNode } from './division-tree.js';

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

/** One count, and how wide a range it has to keep while it is hidden. */
interface ProtectedCount {
  readonly bit: bigint;
  readonly threshold: number;
  readonly units: readonly MaskedUnit[];
}

/** Children of one kind of signature, with and without the count asked about. */
type Signatures = Map<bigint, { in: number; out: number }>;

/** Hides more until every hidden count is uncertain enough: each further one may expose others, hence the passes. */
export function protectHiddenCounts(
  nodes: readonly DivisionNode[],
  units: readonly MaskedUnit[],
  { shownAt, isUnitHidden, hide }: HiddenSoFar,
): void {
  const all = units.reduce((mask, unit) => mask | unit.mask, 0n);
  const counts: ProtectedCount[] = [];
  for (let bit = 1n; bit <= all; bit <<= 1n) {
    const own = units.filter(({ mask }) => mask & bit);
    if (own.length > 0) counts.push({ bit, units: own, threshold: Math.max(...own.map((u) => u.threshold)) });
  }
  const tops = nodes.filter(({ parent }) => parent === null);
  const groups = [tops, ...nodes.map(({ parts }) => parts)].filter((parts) => parts.length > 0);
  const isHidden = (node: DivisionNode, { bit }: ProtectedCount) => !(shownAt(node) & bit);

  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (const count of counts) {
      for (const group of groups) {
        for (let exposed = firstExposed(group, count); exposed; exposed = firstExposed(group, count)) {
          if (!escalate(exposed, count)) break;
          hasChanged = true;
        }
      }
    }
  }

  /** The first of the divisions side by side whose hidden count could be told too closely. */
  function firstExposed(group: readonly DivisionNode[], count: ProtectedCount): DivisionNode | null {
    const hiddenParts = group.filter((node) => isHidden(node, count));
    if (hiddenParts.length === 0) return null;
    const mask = hiddenParts.reduce((bits, node) => bits | shownAt(node), 0n);
    const own = hiddenParts.map((node) => signatures([node], mask, count));
    const together = joined(own);
    const exposed = hiddenParts.find((node, index) => {
      const signature = own[index] ?? new Map<bigint, { in: number; out: number }>();
      const children = [...signature.values()].reduce((sum, part) => sum + part.in, 0);
      if (children === 0 || width(signature, together) >= count.threshold) return false;
      return widthFurtherOut(node, count) < count.threshold;
    });
    return exposed ?? null;
  }

  /** Where the division above is hidden too, its neighbours' children can be exchanged as well; at the top, anybody's. */
  function widthFurtherOut(node: DivisionNode, count: ProtectedCount): number {
    for (let around = node; isHidden(around, count);) {
      const { parent } = around;
      if (!parent) return widthAgainstTheWorld(node, shownAt(around), count);
      if (!isHidden(parent, count)) return 0;
      const beside = (parent.parent?.parts ?? tops).filter((other) => isHidden(other, count));
      const mask = beside.reduce((bits, other) => bits | shownAt(other), 0n);
      const reached = width(signatures([node], mask, count), signatures(beside, mask, count));
      if (reached >= count.threshold) return reached;
      around = parent;
    }
    return 0;
  }

  /** No sum over the top is published, so a child there may be of any class that agrees with what is shown. */
  function widthAgainstTheWorld(node: DivisionNode, mask: bigint, count: ProtectedCount): number {
    const world = signatures(tops, mask, count);
    let free = 0;
    for (const [key, { in: within, out }] of signatures([node], mask, count)) {
      const anywhere = world.get(key);
      if (anywhere?.in) free += out;
      if (anywhere?.out) free += within;
    }
    return free;
  }

  /** @returns whether there was anything more to hide. */
  function escalate(exposed: DivisionNode, count: ProtectedCount): boolean {
    let node = exposed;
    while (node.parent && isHidden(node.parent, count)) node = node.parent;
    const sizeOf = (other: DivisionNode) => sizeIn(other, count.bit);
    const beside = (node.parent?.parts ?? tops)
      .filter((other) => !isHidden(other, count) && sizeOf(other) > 0)
      .toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.code < b.code ? -1 : 1));
    const next = beside[0] ?? node.parent;
    if (!next) return hideNarrowing(node, count);
    for (const unit of count.units) hide(next, unit);
    return true;
  }

  /** At the top only other counts of the same children can narrow it: the smallest of them goes. */
  function hideNarrowing(node: DivisionNode, { bit }: ProtectedCount): boolean {
    const sizeWithin = ({ mask }: MaskedUnit) => {
      let size = 0;
      for (const [key, children] of node.classes) if (key & bit && key & mask) size += children;
      return size;
    };
    const [smallest] = units
      .filter((unit) => !isUnitHidden(node, unit) && !(unit.mask & bit) && sizeWithin(unit) > 0)
      .toSorted((a, b) => sizeWithin(a) - sizeWithin(b) || (a.key < b.key ? -1 : 1));
    if (smallest) hide(node, smallest);
    return smallest !== undefined;
  }
}

function signatures(
  divisions: readonly DivisionNode[],
  mask: bigint,
  { bit }: Pick<ProtectedCount, 'bit'>,
): Signatures {
  const found: Signatures = new Map();
  for (const { classes } of divisions) {
    for (const [key, children] of classes) {
      const signature = found.get(key & mask) ?? { in: 0, out: 0 };
      signature[key & bit ? 'in' : 'out'] += children;
      found.set(key & mask, signature);
    }
  }
  return found;
}

function joined(parts: readonly Signatures[]): Signatures {
  const together: Signatures = new Map();
  for (const part of parts) {
    for (const [key, { in: within, out }] of part) {
      const sum = together.get(key) ?? { in: 0, out: 0 };
      together.set(key, { in: sum.in + within, out: sum.out + out });
    }
  }
  return together;
}

/** How far the count can go up and down by exchanging children of the same signature with the others. */
function width(own: Signatures, together: Signatures): number {
  let reach = 0;
  for (const [key, { in: within, out }] of own) {
    const sum = together.get(key) ?? { in: 0, out: 0 };
    reach += Math.min(out, sum.in - within) + Math.min(within, sum.out - out);
  }
  return reach;
}

function sizeIn({ classes }: DivisionNode, bit: bigint): number {
  let size = 0;
  for (const [key, children] of classes) if (key & bit) size += children;
  return size;
}
