import type { ChildRecords } from '../../register/child-records.js';

/** Ids of the numbers that police say the child had before, under which it has no rows here; in ascending order. */
export function formerIdsOf({ memberIds, facts }: Pick<ChildRecords, 'memberIds' | 'facts'>): string[] {
  const former = facts.rows.resident.flatMap(({ formerStudentIds }) => formerStudentIds ?? []);
  return [...new Set(former)].filter((id) => !memberIds.includes(id)).sort();
}
