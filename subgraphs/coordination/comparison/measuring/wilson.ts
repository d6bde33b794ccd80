/** A share as it was counted, and what it is at least. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** 0 to 1. */
  readonly value: number;
  /** Lower end of the 95 % interval. */
  readonly lowerBound: number;
}

/** Of the normal distribution, for 95 % on two sides. */
const Z = 1.959964;

/** Wilson's score interval, which holds for few cases and for shares near one; null of nothing. */
export function shareOf(hits: number, of: number): Share | null {
  if (of === 0) return null;
  const value = hits / of;
  const z2 = Z * Z;
  const centre = value + z2 / (2 * of);
  const margin = Z * Math.sqrt((value * (1 - value)) / of + z2 / (4 * of * of));
  return { hits, of, value, lowerBound: Math.max(0, (centre - margin) / (1 + z2 / of)) };
}

/** Shares of one thing, counted in several places, as if counted in one; null where nothing was counted. */
export function pooledShare(shares: readonly (Share | null)[]): Share | null {
  const sum = (count: (share: Share) => number) =>
    shares.reduce((total, share) => total + (share ? count(share) : 0), 0);
  return shareOf(
    sum(({ hits }) => hits),
    sum(({ of }) => of),
  );
}
