/** A figure of a place that is a difference, so that it counts nobody: who left less who came. */
export interface Difference {
  readonly place: string;
  /** Of which published difference; those of one unit are hidden together. */
  readonly unit: string;
  readonly of: string;
  readonly value: number;
}

/**
 * Where a difference is small, it may still be about a few children, and no sum of children protects it. It is then
 * hidden for every place side by side with it and all inside them, so that nothing is left to subtract it from.
 * @param levels digits of each level of places, the largest first
 * @returns whether a unit is hidden for a place
 */
export function smallDifferences(
  differences: readonly Difference[],
  levels: readonly number[],
  threshold: number,
): (place: string, unit: string) => boolean {
  const sums = new Map<string, { readonly unit: string; readonly around: string; value: number }>();
  for (const { place, unit, of, value } of differences) {
    levels.forEach((digits, index) => {
      const around = `${levels[index]} ${place.slice(0, levels[index - 1] ?? 0)}`;
      const key = `${place.slice(0, digits)} ${of}`;
      const sum = sums.get(key) ?? { unit, around, value: 0 };
      sum.value += value;
      sums.set(key, sum);
    });
  }
  const small = new Set(
    [...sums.values()].flatMap(({ unit, around, value }) =>
      value !== 0 && Math.abs(value) < threshold ? [`${unit} ${around}`] : [],
    ),
  );
  return (place, unit) =>
    levels.some(
      (digits, index) =>
        digits <= place.length && small.has(`${unit} ${digits} ${place.slice(0, levels[index - 1] ?? 0)}`),
    );
}
