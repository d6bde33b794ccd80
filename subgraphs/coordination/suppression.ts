import { divisionTree, type AlikeChildren, type DivisionNode } from './division-tree.js';
import { protectHiddenCounts, type MaskedUnit } from './suppression-protection.js';

/** A count of children: how many of a division's children are of this kind. */
export interface Measure<Row> {
  readonly key: string;
  readonly counts: (row: Row) => boolean;
}

/** Counts that are published together or not at all, for example those of both stages and their sum. */
export interface PublicationUnit<Row> {
  readonly key: string;
  /** A count from 1 up to one less than this points to persons. */
  readonly threshold: number;
  readonly measures: readonly Measure<Row>[];
}

export interface Suppression {
  /** @param division code cut by level. */
  isHidden(division: string, unit: string): boolean;
}

/**
 * Which units may not be shown for which divisions, over everything that is published at once.
 *
 * 1. A unit with a count from 1 to one less than its threshold is hidden. Zero is about nobody.
 * 2. What is hidden for a division is hidden for all inside it, or their sum would restore it.
 * 3. A hidden count has to be uncertain: its children could be exchanged for children of other divisions, alike in
 *    every count that is shown for either, in as many ways as the threshold. Where they could not, the unit is hidden
 *    for one more division beside it, the smallest first; when none is left, for the division above.
 *
 * Every exchange leaves all that is published as it is, so no arithmetic over divisions, stages or categories can tell
 * the possible worlds apart, and a hidden count lies somewhere in a range at least as wide as the threshold.
 * The answer depends on the rows alone, not on their order.
 */
export function suppressionOf<Row extends AlikeChildren>(
  rows: readonly Row[],
  units: readonly PublicationUnit<Row>[],
): Suppression {
  const measures = [...new Map(units.flatMap((unit) => unit.measures).map((one) => [one.key, one])).values()];
  const bitOf = new Map(measures.map(({ key }, index) => [key, 1n << BigInt(index)]));
  const maskOf = (unit: PublicationUnit<Row>) =>
    unit.measures.reduce((mask, { key }) => mask | (bitOf.get(key) ?? 0n), 0n);
  const masked = units.map((unit) => ({ key: unit.key, threshold: unit.threshold, mask: maskOf(unit) }));
  const nodes = divisionTree(rows, (row) =>
    measures.reduce((bits, { key, counts }) => (counts(row) ? bits | (bitOf.get(key) ?? 0n) : bits), 0n),
  );
  const hidden = hiddenUnits(nodes, masked);
  return { isHidden: (division, unit) => hidden.get(division)?.has(unit) ?? false };
}

function hiddenUnits(
  nodes: readonly DivisionNode[],
  units: readonly MaskedUnit[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const hidden = new Map(nodes.map(({ code }) => [code, new Set<string>()]));
  const shown = new Map(nodes.map(({ code }) => [code, units.reduce((mask, unit) => mask | unit.mask, 0n)]));

  function hide(node: DivisionNode, unit: MaskedUnit): void {
    const here = hidden.get(node.code);
    if (!here || here.has(unit.key)) return;
    here.add(unit.key);
    const left = units.filter(({ key }) => !here.has(key)).reduce((mask, { mask: more }) => mask | more, 0n);
    shown.set(node.code, left);
    for (const part of node.parts) hide(part, unit);
  }

  for (const node of nodes) {
    for (const unit of units) if (hasSmallCount(node, unit)) hide(node, unit);
  }
  protectHiddenCounts(nodes, units, {
    hide,
    shownAt: ({ code }) => shown.get(code) ?? 0n,
    isUnitHidden: ({ code }, { key }) => hidden.get(code)?.has(key) ?? false,
  });
  return hidden;
}

function hasSmallCount({ classes }: DivisionNode, { mask, threshold }: MaskedUnit): boolean {
  for (const bit of bitsOf(mask)) {
    const count = countOf(classes, bit);
    if (count > 0 && count < threshold) return true;
  }
  return false;
}

function countOf(classes: ReadonlyMap<bigint, number>, bit: bigint): number {
  let count = 0;
  for (const [key, children] of classes) if (key & bit) count += children;
  return count;
}

function* bitsOf(mask: bigint): Generator<bigint> {
  for (let bit = 1n; bit <= mask; bit <<= 1n) if (mask & bit) yield bit;
}
