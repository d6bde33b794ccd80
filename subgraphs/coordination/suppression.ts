/** A count of one division, with what it is a part of; both are children. */
export interface CountCell {
  readonly division: string;
  readonly count: number;
  /** The whole that is published beside it; null where none is. */
  readonly outOf: number | null;
}

/**
 * Divisions whose count may not be shown.
 *
 * A count of 1 up to one less than the threshold points to persons, and so does a remainder of that size to the
 * whole beside it. Where a single division of a parent would be hidden, the parent's total would give it away, so
 * the one with the next smallest count is hidden with it. Zero is shown: it is about nobody.
 * @param cells all divisions of one parent.
 */
export function suppressedDivisions(cells: readonly CountCell[], threshold: number): ReadonlySet<string> {
  const isSmall = (count: number) => count > 0 && count < threshold;
  const hidden = new Set(
    cells
      .filter(({ count, outOf }) => isSmall(count) || (outOf !== null && isSmall(outOf - count)))
      .map(({ division }) => division),
  );
  if (hidden.size === 1) {
    const next = cells
      .filter(({ division, count }) => !hidden.has(division) && count > 0)
      .toSorted((a, b) => a.count - b.count || (a.division < b.division ? -1 : 1))[0];
    if (next) hidden.add(next.division);
  }
  return hidden;
}
