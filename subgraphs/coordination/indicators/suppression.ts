import { divisionTree, LEVEL_DIGITS, type AlikeChildren, type DivisionNode } from './division-tree.js';
import { protectHiddenCounts, type Count, type MaskedUnit } from './suppression-protection.js';

/** A count of children: how many of a division's children are of this kind. */
export interface Measure<Row> {
  readonly key: string;
  readonly counts: (row: Row) => boolean;
  /** What of a child it looks at; counts that look at nothing in common tell nothing of one another. */
  readonly about: readonly string[];
  /** For a count of children who are two things at once: it can be changed through one of them, among those of the other. */
  readonly exchange?: { readonly about: readonly string[]; readonly among: (row: Row) => boolean };
}

/** Counts that are published together or not at all, for example those of both stages and their sum. */
export interface PublicationUnit<Row> {
  readonly key: string;
  /** A count from 1 up to one less than this points to persons. */
  readonly threshold: number;
  readonly measures: readonly Measure<Row>[];
  /** Differences that can be read off the unit's own counts, or off these and those of a unit shown beside them. */
  readonly remainders: readonly Remainder<Row>[];
}

export interface Remainder<Row> {
  readonly counts: (row: Row) => boolean;
  /** Key of the other unit, which stands before this one in the list; null for the unit's own. */
  readonly beside: string | null;
}

export interface Suppression {
  /** @param division code cut by level. */
  isHidden(division: string, unit: string): boolean;
}

/**
 * Which units may not be shown for which divisions, over everything that is published at once.
 *
 * 1. A unit with a count from 1 to one less than its threshold, or a remainder of that size, is hidden. Zero is about
 *    nobody.
 * 2. What is hidden for a division is hidden for all inside it, or their sum would restore it.
 * 3. A hidden count has to be uncertain: what it looks at could be exchanged with children of other divisions who are
 *    alike in every count that is shown for either, in as many ways as the threshold. Where it could not, the unit is
 *    hidden for one more division beside it, the smallest first; then what narrows it is, and last the division above.
 *
 * Every exchange leaves all that is published as it is, so no arithmetic over divisions, stages or categories can tell
 * the possible worlds apart, and a hidden count lies somewhere in a range at least as wide as the threshold.
 * The answer depends on the rows alone, not on their order.
 * @param levels digits of each level, if there are more than those of divisions
 */
export function suppressionOf<Row extends AlikeChildren>(
  rows: readonly Row[],
  units: readonly PublicationUnit<Row>[],
  levels: readonly number[] = LEVEL_DIGITS,
): Suppression {
  const measures = [...new Map(units.flatMap((unit) => unit.measures).map((one) => [one.key, one])).values()];
  const bitOf = new Map(measures.map(({ key }, index) => [key, 1n << BigInt(index)]));
  const maskOf = (unit: PublicationUnit<Row>) =>
    unit.measures.reduce((mask, { key }) => mask | (bitOf.get(key) ?? 0n), 0n);
  const masked = units.map((unit) => ({ key: unit.key, threshold: unit.threshold, mask: maskOf(unit) }));
  const alikeBit = (index: number) => 1n << BigInt(measures.length + index);
  const nodes = divisionTree(
    rows,
    (row) =>
      measures.reduce((bits, { key, counts, exchange }, index) => {
        const own = counts(row) ? (bitOf.get(key) ?? 0n) : 0n;
        return bits | own | (exchange?.among(row) ? alikeBit(index) : 0n);
      }, 0n),
    levels,
  );
  const hidden = hiddenUnits(nodes, masked, {
    counts: measures.map(({ key, about, exchange }, index) => ({
      bit: bitOf.get(key) ?? 0n,
      about: new Set(about),
      ways: [
        ...(exchange ? [{ exchanged: exchange.about, alike: alikeBit(index) }] : []),
        { exchanged: about, alike: 0n },
      ],
    })),
    smallRemainders: smallRemainders(rows, units, levels),
  });
  return { isHidden: (division, unit) => hidden.get(division)?.has(unit) ?? false };
}

function hiddenUnits(
  nodes: readonly DivisionNode[],
  units: readonly MaskedUnit[],
  {
    counts,
    smallRemainders: remainders,
  }: {
    readonly counts: readonly Count[];
    readonly smallRemainders: readonly SmallRemainder[];
  },
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

  const remaindersOf = Map.groupBy(remainders, ({ division, unit }) => `${division} ${unit}`);
  for (const node of nodes) {
    for (const unit of units) {
      const isGivenAway = remaindersOf
        .get(`${node.code} ${unit.key}`)
        ?.some(({ beside }) => !(beside && hidden.get(node.code)?.has(beside)));
      if (isGivenAway || hasSmallCount(node, unit)) hide(node, unit);
    }
  }
  protectHiddenCounts(nodes, units, counts, {
    hide,
    shownAt: ({ code }) => shown.get(code) ?? 0n,
    isUnitHidden: ({ code }, { key }) => hidden.get(code)?.has(key) ?? false,
  });
  return hidden;
}

interface SmallRemainder {
  readonly division: string;
  readonly unit: string;
  readonly beside: string | null;
}

function smallRemainders<Row extends AlikeChildren>(
  rows: readonly Row[],
  units: readonly PublicationUnit<Row>[],
  levels: readonly number[],
): SmallRemainder[] {
  return units.flatMap(({ key, threshold, remainders }) =>
    remainders.flatMap(({ counts, beside }) => {
      const lowest = new Map<string, number>();
      for (const row of rows)
        if (counts(row)) lowest.set(row.division, (lowest.get(row.division) ?? 0) + row.children);
      const sizes = new Map<string, number>();
      for (const [place, children] of lowest) {
        for (const digits of levels) {
          const division = place.slice(0, digits);
          sizes.set(division, (sizes.get(division) ?? 0) + children);
        }
      }
      return [...sizes].flatMap(([division, size]) =>
        size > 0 && size < threshold ? [{ division, unit: key, beside }] : [],
      );
    }),
  );
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
