import fc from 'fast-check';
import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import {
  childLabourFine,
  type ChildLabourFacts,
  type ChildLabourRates,
} from '../../../subgraphs/labour/cases/child-labour-fine.js';

const day = parseIsoDate;
type Ordered = ChildLabourFacts & { readonly orderIssuedOn: IsoDate; readonly returnDueOn: IsoDate };
const RATES: ChildLabourRates = {
  yuanPerMonth: 5000,
  yuanPerMonthAfterOrder: 10_000,
  partMonth: 'CEILING',
  multiplier: 1,
};
const CASE: Ordered = {
  startedWorkOn: day('2026-07-01'),
  foundOn: day('2026-08-31'),
  orderIssuedOn: day('2026-09-01'),
  returnDueOn: day('2026-09-08'),
  returnedOn: day('2026-09-05'),
};
const TODAY = day('2026-11-20');

test('two full months of use cost 5,000 yuan each, both end days counted', () => {
  expect(childLabourFine(CASE, RATES, TODAY)).toEqual({
    monthsOfUse: 2,
    yuanForUse: 10_000,
    monthsAfterOrder: 0,
    yuanAfterOrder: 0,
    totalYuan: 10_000,
  });
});

test('one day of use counts as a month when part months are rounded up', () => {
  const facts = { ...CASE, startedWorkOn: CASE.foundOn };
  expect(childLabourFine(facts, RATES, TODAY).yuanForUse).toBe(5000);
});

test.each([
  ['CEILING', 3, 15_000],
  ['FLOOR', 2, 10_000],
  ['PROPORTIONAL', 2.5, 12_500],
] as const)('two months and 15 of 30 days count %s as %d months', (partMonth, months, yuan) => {
  const facts = { ...CASE, foundOn: day('2026-09-15'), orderIssuedOn: day('2026-09-15') };
  const fine = childLabourFine(facts, { ...RATES, partMonth }, TODAY);
  expect([fine.monthsOfUse, fine.yuanForUse]).toEqual([months, yuan]);
});

test('a return on the due day meets the order', () => {
  const facts = { ...CASE, returnedOn: CASE.returnDueOn };
  expect(childLabourFine(facts, RATES, TODAY).yuanAfterOrder).toBe(0);
});

test('a return one day late costs 10,000 yuan per month counted from the order, not from the due day', () => {
  const facts = { ...CASE, returnDueOn: day('2026-09-30'), returnedOn: day('2026-10-01') };
  const fine = childLabourFine(facts, RATES, TODAY);
  expect([fine.monthsAfterOrder, fine.yuanAfterOrder, fine.totalYuan]).toEqual([2, 20_000, 30_000]);
});

test('an order that is still unmet goes on counting to today', () => {
  const facts = { ...CASE, returnedOn: null };
  expect(childLabourFine(facts, RATES, CASE.returnDueOn).monthsAfterOrder).toBe(0);
  expect(childLabourFine(facts, RATES, day('2026-09-09')).monthsAfterOrder).toBe(1);
  expect(childLabourFine(facts, RATES, TODAY).monthsAfterOrder).toBe(3);
});

test('without an order only the months of use count', () => {
  const facts = { ...CASE, orderIssuedOn: null, returnDueOn: null, returnedOn: null };
  expect(childLabourFine(facts, RATES, TODAY)).toMatchObject({ monthsAfterOrder: 0, totalYuan: 10_000 });
});

test('an employer without a licence pays the multiple of both amounts', () => {
  const facts = { ...CASE, returnedOn: null };
  const single = childLabourFine(facts, RATES, TODAY);
  const doubled = childLabourFine(facts, { ...RATES, multiplier: 2 }, TODAY);
  expect(doubled.yuanForUse).toBe(2 * single.yuanForUse);
  expect(doubled.totalYuan).toBe(2 * single.totalYuan);
});

test('months are counted from a 31st through a short February', () => {
  const facts = { ...CASE, startedWorkOn: day('2026-01-31'), foundOn: day('2026-02-27') };
  expect(childLabourFine(facts, { ...RATES, partMonth: 'FLOOR' }, TODAY).monthsOfUse).toBe(1);
});

describe('for any case', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((days): IsoDate => addDays(day('2020-01-01'), days));
  const span = fc.integer({ min: 0, max: 900 });
  const anyCase = fc.tuple(anyDay, span, span, span).map(([start, use, order, due]): Ordered => {
    const foundOn = addDays(start, use);
    const orderIssuedOn = addDays(foundOn, order);
    return {
      startedWorkOn: start,
      foundOn,
      orderIssuedOn,
      returnDueOn: addDays(orderIssuedOn, due),
      returnedOn: null,
    };
  });

  test('rounding down never costs more than sharing, nor sharing more than rounding up, and they differ by less than a month', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const months = (partMonth: ChildLabourRates['partMonth']) =>
          childLabourFine(facts, { ...RATES, partMonth }, TODAY).monthsOfUse;
        const [floor, share, ceiling] = [months('FLOOR'), months('PROPORTIONAL'), months('CEILING')];
        return floor <= share && share <= ceiling && ceiling - floor <= 1 && ceiling >= 1;
      }),
    );
  });

  test('the fine never falls while the child is not returned', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 2000 }), (facts, later) => {
        const at = (today: IsoDate) => childLabourFine(facts, RATES, today).totalYuan;
        return at(addDays(facts.returnDueOn, later)) >= at(facts.returnDueOn);
      }),
    );
  });
});
