/** States in which a child stands on the roll of its school, 在籍; a suspended one keeps its place. */
export const ON_THE_ROLL: readonly string[] = ['ENROLLED', 'RETURNED', 'SUSPENDED'];

export function isOnTheRoll({ status }: { readonly status: string }): boolean {
  return ON_THE_ROLL.includes(status);
}

/** The record that says where the child is now: the latest on the roll, else the latest of all. */
export function currentStatus<Row extends { readonly status: string; readonly enrolledOn: string }>(
  records: readonly Row[],
): Row | null {
  const latestFirst = records.toSorted((a, b) => b.enrolledOn.localeCompare(a.enrolledOn));
  return latestFirst.find(isOnTheRoll) ?? latestFirst[0] ?? null;
}
