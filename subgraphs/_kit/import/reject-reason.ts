import type { ColumnMapping } from './column-mapping.js';
import type { RejectedRow } from './read-rows.js';
import { ROW_PROBLEMS } from './row-problems.js';

/** Of the column that a file has when its rows are sent back; put right, it may be given again as it is. */
export const REASON_HEADING = '退回原因 (reason)';

/** Each reason in both languages, by the official heading of its column; never a value. */
export function reasonOf({ reasons }: RejectedRow, { columns }: ColumnMapping): string {
  return reasons
    .map(({ field, problem }) => {
      const { zh, en } = ROW_PROBLEMS[problem];
      return `${columns[field]?.[0] ?? field}:${zh} (${en})`;
    })
    .join('; ');
}
