import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import type { WorkFound, WorkRead } from './work-source.js';

export interface WorkRows {
  /** Table, with what it is joined with. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly subject: RawBuilder<unknown>;
  readonly dueOn?: RawBuilder<unknown>;
  readonly studentId?: RawBuilder<unknown>;
  /** Columns that order the work of one day, and that without a day; its subject if there are none. */
  readonly within?: RawBuilder<unknown>;
}

/**
 * Work of which each row is one piece: counts and the first of it. All that is asked for at one moment is read by one
 * statement.
 */
export async function workOfRows(
  { readRows, today }: Pick<LoaderContext, 'readRows' | 'today'>,
  { from, where, subject, dueOn = sql`null::date`, studentId = sql`null::text`, within = subject }: WorkRows,
  limit: number,
): Promise<WorkRead> {
  const rows = await readRows<WorkFound & { open: number; overdue: number }>(sql`
    select ${subject}::text as subject, ${studentId} as "studentId", (${dueOn})::text as "dueOn",
      (count(*) over ())::int as open,
      (count(*) filter (where ${dueOn} < ${today}::date) over ())::int as overdue
    from ${from} where ${where} order by ${dueOn} nulls last, ${within}, 1 limit ${limit}`);
  const [first] = rows;
  return {
    open: first?.open ?? 0,
    overdue: first?.overdue ?? 0,
    items: rows.map(({ subject, studentId, dueOn }) => ({ subject, studentId, dueOn })),
  };
}
