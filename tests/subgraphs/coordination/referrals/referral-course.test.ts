import {
  escalatedTo,
  isOverdue,
  referralState,
  reminderOn,
} from '../../../../subgraphs/coordination/referrals/referral-course.js';

const TERMS = { answerDays: 15, remindDaysBefore: 3, escalateEachDays: 5 };
const SENT = {
  dueOn: '2026-11-16',
  acceptedOn: null,
  refusedOn: null,
  answeredOn: null,
  withdrawnOn: null,
};
const ON = '2026-11-05';

test.each([
  [{}, 'SENT', '2026-11-13'],
  [{ acceptedOn: ON }, 'ACCEPTED', '2026-11-13'],
  [{ refusedOn: ON }, 'REFUSED', null],
  [{ answeredOn: ON }, 'ANSWERED', null],
  [{ acceptedOn: ON, answeredOn: ON }, 'ANSWERED', null],
  [{ withdrawnOn: ON }, 'WITHDRAWN', null],
  [{ acceptedOn: ON, withdrawnOn: ON }, 'WITHDRAWN', null],
])('with %o it is %s, and the reminder is on %s', (recorded, state, reminder) => {
  const days = { ...SENT, ...recorded };
  expect(referralState(days)).toBe(state);
  expect(reminderOn(days, TERMS)).toBe(reminder);
});

test.each([
  ['2026-11-16', false, []],
  ['2026-11-17', true, []],
  ['2026-11-20', true, []],
  ['2026-11-21', true, ['BUREAU']],
  ['2026-11-25', true, ['BUREAU']],
  ['2026-11-26', true, ['BUREAU', 'COUNTY']],
  ['2027-11-26', true, ['BUREAU', 'COUNTY']],
])("on %s a school's referral is overdue: %s, and has risen to %o", (today, overdue, levels) => {
  for (const days of [SENT, { ...SENT, acceptedOn: ON }]) {
    expect(isOverdue(days, today)).toBe(overdue);
    expect(escalatedTo('SCHOOL', days, TERMS, today)).toEqual(levels);
  }
  for (const ended of [{ refusedOn: ON }, { answeredOn: ON }, { withdrawnOn: ON }]) {
    expect(isOverdue({ ...SENT, ...ended }, today)).toBe(false);
    expect(escalatedTo('SCHOOL', { ...SENT, ...ended }, TERMS, today)).toEqual([]);
  }
});

test.each([
  ['VILLAGE', ['TOWNSHIP', 'COUNTY']],
  ['PLANNING', ['TOWNSHIP', 'COUNTY']],
  ['EDUCATION_OFFICE', ['BUREAU', 'COUNTY']],
  ['COORDINATION', ['COUNTY']],
  ['TOWNSHIP', ['COUNTY']],
  ['EDUCATION', ['COUNTY']],
  ['POLICE', ['COUNTY']],
] as const)('what %s leaves lying rises to %o', (body, levels) => {
  expect(escalatedTo(body, SENT, TERMS, '2027-01-01')).toEqual(levels);
});

test('a shorter step of the policy rises sooner', () => {
  expect(escalatedTo('SCHOOL', SENT, { ...TERMS, escalateEachDays: 1 }, '2026-11-17')).toEqual(['BUREAU']);
});
