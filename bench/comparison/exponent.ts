/** @returns by what power of the size the cost grows (least squares over logarithms); undefined for a single size */
export function exponentOf(
  points: readonly { readonly size: number; readonly cost: number }[],
): number | undefined {
  if (points.length < 2) return undefined;
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map((point) => point.x)), mean(logs.map((point) => point.y))];
  const covariance = mean(logs.map((point) => (point.x - x) * (point.y - y)));
  return covariance / mean(logs.map((point) => (point.x - x) ** 2));
}
