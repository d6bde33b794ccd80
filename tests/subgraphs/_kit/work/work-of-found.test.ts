import type { WorkFound } from '../../../../subgraphs/_kit/work/work-source.js';
import { workOfFound } from '../../../../subgraphs/_kit/work/work-of-found.js';

const TODAY = '2026-11-20';
const due = (subject: string, dueOn: string | null): WorkFound => ({ studentId: null, subject, dueOn });

test('what is due first comes first, what no rule sets a day for last, and all of it is counted', () => {
  const found = [
    due('without a day', null),
    due('tomorrow', '2026-11-21'),
    due('b', '2026-11-19'),
    due('a', '2026-11-19'),
    due('today', TODAY),
  ];
  const { open, overdue, items } = workOfFound(found, { today: TODAY, limit: 4 });
  expect([open, overdue]).toEqual([5, 2]);
  expect(items.map(({ subject }) => subject)).toEqual(['a', 'b', 'today', 'tomorrow']);
  expect(workOfFound(found, { today: TODAY, limit: 5 }).items.at(-1)?.subject).toBe('without a day');
});

test('nothing found is nothing to do', () => {
  expect(workOfFound([], { today: TODAY, limit: 10 })).toEqual({ open: 0, overdue: 0, items: [] });
});
