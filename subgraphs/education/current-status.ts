import type { StudentStatus } from './student-status.entity.js';

/** States in which a child stands on the roll of its school, 在籍; a suspended one keeps its place. */
export const ON_THE_ROLL: readonly string[] = ['ENROLLED', 'RETURNED', 'SUSPENDED'];

/** The record that says where the child is now: the latest on the roll, else the latest of all. */
export function currentStatus<Row extends Pick<StudentStatus, 'status' | 'enrolledOn'>>(
  records: readonly Row[],
): Row | null {
  const latestFirst = records.toSorted((a, b) => b.enrolledOn.localeCompare(a.enrolledOn));
  return latestFirst.find(({ status }) => ON_THE_ROLL.includes(status)) ?? latestFirst[0] ?? null;
}
