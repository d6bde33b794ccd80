import type { ColumnMapping } from './column-mapping.js';
import type { RejectedRow } from './read-rows.js';
import { ROW_PROBLEMS } from './row-problems.js';

/** Each reason in both languages, by the official heading of its column; never a value. */
export function reasonOf({ reasons }: RejectedRow, { columns }: ColumnMapping): string {
  return reasons
    .map(({ field, problem }) => {
      const { zh, en } = ROW_PROBLEMS[problem];
      return `${columns[field]?.[0] ?? field}:${zh} (${en})`;
    })
    .join('; ');
}
