import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { createSchoolCalendar } from '../../policies/school-calendar.js';
import { isVisitToBeMade, planTeaching, planVisits } from '../../policies/visit-plan.js';

const calendar = createSchoolCalendar(loadPolicies().policyFor('520625', parseIsoDate('2026-11-20')));
const [since, today] = [parseIsoDate('2026-09-01'), parseIsoDate('2026-11-20')];
const day = (date: string | null) => (date === null ? null : parseIsoDate(date));

test.each<[why: string, last: string | null, dueOn: string, isOverdue: boolean]>([
  ['after the decision where nobody came yet', null, '2026-12-02', false],
  ['after the last visit', '2026-10-01', '2027-01-01', false],
  ['after the decision where the last visit lies before it', '2026-05-01', '2026-12-02', false],
])('a visit is due %s', (_why, last, dueOn, isOverdue) => {
  expect(planVisits({ since, last: day(last), everyDays: 92, today })).toEqual({
    everyDays: 92,
    dueOn,
    isOverdue,
  });
});

test('on its last day it is in time, on the next it is not', () => {
  const plan = (today: string) =>
    planVisits({ since, last: day('2026-11-06'), everyDays: 14, today: parseIsoDate(today) });
  expect([plan('2026-11-20').isOverdue, plan('2026-11-21').isOverdue]).toEqual([false, true]);
});

describe('teaching', () => {
  const teach = (last: string, on = '2026-11-20') =>
    planTeaching({ since, last: day(last), everyDays: 14, today: parseIsoDate(on) }, calendar);

  test('in term is due as any visit', () => {
    expect(teach('2026-11-02')).toEqual({ everyDays: 14, dueOn: '2026-11-16', isOverdue: true });
  });

  test('that falls into a vacation is due when the next term begins', () => {
    const [autumn, spring] = ['2026-AUTUMN', '2026-SPRING'].map((key) =>
      calendar.terms.find((term) => term.key === key),
    );
    expect(teach(autumn?.end ?? '')).toEqual({ everyDays: 14, dueOn: spring?.start, isOverdue: false });
    expect(teach(autumn?.end ?? '', spring?.start).isOverdue).toBe(false);
  });

  test('whose term has no dates yet is due nobody knows when', () => {
    const last = calendar.terms.at(-1)?.end ?? '';
    expect(teach(last)).toEqual({ everyDays: 14, dueOn: null, isOverdue: null });
  });
});

test.each([
  ['2026-11-27', true],
  ['2026-11-28', false],
  [null, true],
])('a visit due %s stands on the list of a week: %s', (dueOn, isListed) => {
  expect(isVisitToBeMade({ everyDays: 14, dueOn: day(dueOn), isOverdue: null }, today)).toBe(isListed);
});
