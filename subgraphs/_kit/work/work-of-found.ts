import type { WorkFound, WorkRead } from './work-source.js';

export const NOTHING: WorkRead = { open: 0, overdue: 0, items: [] };

/** What is done on its last day is in time. @param today YYYY-MM-DD */
export function isPast(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** All that is open, counted, and of it what is due first; what no rule sets a day for comes last. */
export function workOfFound(
  found: readonly WorkFound[],
  { today, limit }: { readonly today: string; readonly limit: number },
): WorkRead {
  return {
    open: found.length,
    overdue: found.filter(({ dueOn }) => isPast(dueOn, today)).length,
    items: found.toSorted(byDue).slice(0, limit),
  };
}

/** Later than any day. */
const NEVER = '~';

function byDue(a: WorkFound, b: WorkFound): number {
  return (
    inOrder(a.dueOn ?? NEVER, b.dueOn ?? NEVER) ||
    inOrder(a.subject, b.subject) ||
    inOrder(a.studentId ?? '', b.studentId ?? '')
  );
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
