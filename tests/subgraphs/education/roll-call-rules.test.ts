import { loadPolicies } from '../../../policies/load-policies.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { createSchoolCalendar } from '../../../policies/school-calendar.js';
import {
  campaignIn,
  latestCampaign,
  rollCallMonths,
  rollCallTaskState,
} from '../../../subgraphs/education/attendance/roll-call-campaign.js';
import { rollCallVerdict } from '../../../subgraphs/education/attendance/roll-call-verdict.js';
import { termReviewOn, termReviewState } from '../../../subgraphs/education/status/term-status-review.js';
import { transferDueOn } from '../../../subgraphs/education/status/transfer-due.js';

const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
const MONTHS = [3, 9];

test('the policy asks for roll-calls in March and September', () => {
  expect(rollCallMonths(policy)).toEqual(MONTHS);
  expect(rollCallMonths({ duties: {} })).toEqual([]);
});

test.each([
  ['2026-09', { month: '2026-09', opensOn: '2026-09-01', dueOn: '2026-09-30', endsBefore: '2027-03-01' }],
  ['2026-03', { month: '2026-03', opensOn: '2026-03-01', dueOn: '2026-03-31', endsBefore: '2026-09-01' }],
  ['2026-10', null],
])('the campaign of %s', (month, campaign) => {
  expect(campaignIn(month, MONTHS)).toEqual(campaign);
});

test.each([
  ['2026-11-20', '2026-09'],
  ['2026-09-01', '2026-09'],
  ['2026-08-31', '2026-03'],
  ['2026-02-28', '2025-09'],
])('on %s the latest campaign is %s', (today, month) => {
  expect(latestCampaign(parseIsoDate(today), MONTHS)?.month).toBe(month);
});
test('a policy without the duty has no campaign', () => {
  expect(latestCampaign(parseIsoDate('2026-11-20'), [])).toBeNull();
});
test('a campaign of December ends with the year', () => {
  expect(campaignIn('2026-12', [12])).toEqual({
    month: '2026-12',
    opensOn: '2026-12-01',
    dueOn: '2026-12-31',
    endsBefore: '2027-12-01',
  });
});

test.each<[string | null, string, string]>([
  [null, '2026-08-31', 'NOT_YET'],
  [null, '2026-09-01', 'DUE'],
  [null, '2026-09-30', 'DUE'],
  [null, '2026-10-01', 'OVERDUE'],
  ['2026-09-30', '2026-11-20', 'DONE'],
  ['2026-10-01', '2026-11-20', 'DONE_LATE'],
])('called on %p, on %s it is %s', (calledOn, today, state) => {
  const campaign = { opensOn: parseIsoDate('2026-09-01'), dueOn: parseIsoDate('2026-09-30') };
  expect(rollCallTaskState(campaign, calledOn, today, true)).toBe(state);
  // Where calls are not loaded, a class may have been called on paper.
  expect(rollCallTaskState(campaign, calledOn, today, false)).toBe(state === 'OVERDUE' ? 'UNKNOWN' : state);
});

describe('what the roll-calls of a child say together', () => {
  const call = (finding: string, part: object = {}) => ({
    finding,
    schoolCode: 's1',
    classCode: 'c1',
    ...part,
  });
  const status = (part: object = {}) => ({ status: 'ENROLLED', schoolCode: 's1', classCode: 'c1', ...part });
  const [present, absent, extra] = [call('PRESENT'), call('ABSENT'), call('EXTRA')];

  test.each<[string, typeof present, (typeof present)[], ReturnType<typeof status>[], string | null]>([
    ['present', present, [present], [status()], null],
    ['absent once, and never met', absent, [absent], [status()], 'GHOST_STATUS'],
    ['absent at two calls', absent, [absent, absent], [status()], 'GHOST_STATUS'],
    ['absent this time', absent, [absent, present], [status()], 'ABSENT_THIS_TIME'],
    ['met elsewhere meanwhile', absent, [absent, extra], [status()], 'ABSENT_THIS_TIME'],
    ['absent and suspended', absent, [absent], [status({ status: 'SUSPENDED' })], null],
    ['absent and transferred out', absent, [absent], [status({ status: 'TRANSFERRED_OUT' })], null],
    ['extra, on no roll', extra, [extra], [], 'STATUS_NOWHERE'],
    ['extra, graduated', extra, [extra], [status({ status: 'GRADUATED' })], 'STATUS_NOWHERE'],
    [
      'extra, on the roll of another school',
      extra,
      [extra],
      [status({ schoolCode: 's2' })],
      'STATUS_AT_OTHER_SCHOOL',
    ],
    [
      'extra, on the roll of another class',
      extra,
      [extra],
      [status({ classCode: 'c2' })],
      'STATUS_IN_OTHER_CLASS',
    ],
    ['extra, put on the roll of the class since', extra, [extra], [status()], null],
  ])('%s', (_what, latest, history, statuses, kind) => {
    expect(rollCallVerdict(latest, history, statuses)?.kind ?? null).toBe(kind);
  });

  test('the verdict says what it rests on', () => {
    expect(rollCallVerdict(absent, [absent, present, absent], [status({ schoolCode: 's2' })])).toEqual({
      kind: 'ABSENT_THIS_TIME',
      absentCalls: 2,
      presentCalls: 1,
      statusSchoolCode: 's2',
    });
  });
});

test('a transfer is due after ten working days on each side; where holidays are unknown nobody can say', () => {
  const calendar = createSchoolCalendar(policy);
  expect(transferDueOn('2026-11-02', policy, calendar)).toBe('2026-11-30');
  expect(transferDueOn('2035-11-02', policy, calendar)).toBeNull();
});

describe('the review of status records at the start of a term', () => {
  const calendar = createSchoolCalendar(policy);
  test.each([
    ['2026-11-20', '2026-AUTUMN'],
    ['2026-09-01', '2026-AUTUMN'],
  ])('on %s it is the one of %s, due a month after its start', (today, term) => {
    const review = termReviewOn(parseIsoDate(today), policy, calendar);
    expect(review?.term).toBe(term);
    expect(review?.dueOn.slice(8)).toBe(review?.startsOn.slice(8));
    expect(Number(review?.dueOn.slice(5, 7))).toBe(Number(review?.startsOn.slice(5, 7)) + 1);
  });
  test('without the duty, or without dates of terms, there is none', () => {
    expect(termReviewOn(parseIsoDate('2026-11-20'), { duties: {} }, calendar)).toBeNull();
    expect(termReviewOn(parseIsoDate('2026-11-20'), policy, { terms: [] })).toBeNull();
  });
  test.each([
    [0, '2026-12-31', 'CLEAR'],
    [2, '2026-10-01', 'DUE'],
    [2, '2026-10-02', 'OVERDUE'],
  ])('%p records open on %s: %s', (open, today, state) => {
    expect(termReviewState(open, { dueOn: parseIsoDate('2026-10-01') }, today)).toBe(state);
  });
});
