/** Children of one division who are alike in every published count. */
export interface AlikeChildren {
  /** 12 digits. */
  readonly division: string;
  readonly children: number;
}

/** A division with every child below it, by class: the measures that a child of the class is counted in, as bits. */
export interface DivisionNode {
  /** Cut by level to 2, 4, 6, 9 or 12 digits. */
  readonly code: string;
  readonly parent: DivisionNode | null;
  /** In order of code. */
  readonly parts: DivisionNode[];
  readonly classes: Map<bigint, number>;
}

/** Digits that count at each level, from the province down to the village. */
export const LEVEL_DIGITS = [2, 4, 6, 9, 12] as const;

/**
 * @param levels digits of each level, if there are more than those of divisions
 * @returns every division that holds a child, the larger ones before those inside them.
 */
export function divisionTree<Row extends AlikeChildren>(
  rows: readonly Row[],
  classOf: (row: Row) => bigint,
  levels: readonly number[] = LEVEL_DIGITS,
): DivisionNode[] {
  const nodes = new Map<string, DivisionNode>();
  for (const row of rows.toSorted((a, b) => (a.division < b.division ? -1 : 1))) {
    const key = classOf(row);
    let parent: DivisionNode | null = null;
    for (const digits of levels) {
      const code: string = row.division.slice(0, digits);
      const node: DivisionNode = nodes.get(code) ?? { code, parent, parts: [], classes: new Map() };
      if (!nodes.has(code)) {
        nodes.set(code, node);
        parent?.parts.push(node);
      }
      node.classes.set(key, (node.classes.get(key) ?? 0) + row.children);
      parent = node;
    }
  }
  return [...nodes.values()].toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}
