import fc from 'fast-check';
import { isOpenLabourCase } from '../../../policies/child-labour.js';
import {
  childLabourState,
  type ChildLabourDays,
} from '../../../subgraphs/labour/cases/child-labour-state.js';

const TODAY = '2026-11-20';
const ordered = { orderIssuedOn: '2026-11-03', returnDueOn: '2026-11-10' };
const back = { ...ordered, returnedOn: '2026-11-09' };

test.each<[what: string, days: ChildLabourDays, state: string]>([
  ['found', {}, 'FOUND'],
  ['found, its school told at once', { schoolContactedOn: '2026-11-02' }, 'FOUND'],
  ['ordered back by tomorrow', { ...ordered, returnDueOn: '2026-11-21' }, 'ORDERED'],
  ['ordered back by today, the last day in time', { ...ordered, returnDueOn: TODAY }, 'ORDERED'],
  ['ordered back by yesterday', { ...ordered, returnDueOn: '2026-11-19' }, 'RETURN_OVERDUE'],
  [
    'at work past the day, though enrolled by hearsay',
    { ...ordered, enrolledOn: '2026-11-12' },
    'RETURN_OVERDUE',
  ],
  ['taken home before an order', { returnedOn: '2026-11-03' }, 'RETURNED'],
  ['back late', { ...ordered, returnedOn: '2026-11-15' }, 'RETURNED'],
  ['back and enrolled, its school never told', { ...back, enrolledOn: '2026-11-12' }, 'RETURNED'],
  ['back, its school told', { ...back, schoolContactedOn: '2026-11-09' }, 'SCHOOL_CONTACTED'],
  [
    'back, its school told, enrolled',
    { ...back, schoolContactedOn: '2026-11-09', enrolledOn: '2026-11-12' },
    'ENROLLED',
  ],
])('a child %s: %#', (_what, days, state) => {
  expect(childLabourState(days, TODAY)).toBe(state);
});

test('the last two states are those of cases that the rule of the policies closes, and no others', () => {
  const day = fc.option(fc.constantFrom('2026-11-01', TODAY, '2026-12-01'));
  const anyDays = fc.record({
    orderIssuedOn: day,
    returnDueOn: day,
    returnedOn: day,
    schoolContactedOn: day,
    enrolledOn: day,
  });
  fc.assert(
    fc.property(anyDays, (days) => {
      const isPast = ['SCHOOL_CONTACTED', 'ENROLLED'].includes(childLabourState(days, TODAY));
      return isPast !== isOpenLabourCase(days);
    }),
  );
});
