/**
 * How often a value of one sample is above one of the other, ties by half (Mann and Whitney's U over all pairs): 0.5
 * when nothing tells the samples apart. Extremes, as on a busy machine, count no more than other values.
 */
export function shareAbove(left: readonly number[], right: readonly number[]): number {
  const sorted = right.toSorted((one, other) => one - other);
  const wins = left.reduce(
    (sum, value) => sum + (below(sorted, value, false) + below(sorted, value, true)) / 2,
    0,
  );
  return wins / (left.length * right.length);
}

/** By how much the share departs from 0.5 by chance alone, as a standard deviation. */
export function chanceOf(left: number, right: number): number {
  return Math.sqrt((left + right + 1) / (12 * left * right));
}

/** How many values of an ordered list are below one, or equal to it if those count too. */
function below(sorted: readonly number[], value: number, isEqualCounted: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = sorted[middle] ?? Infinity;
    if (at < value || (isEqualCounted && at === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}
