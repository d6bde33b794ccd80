import { countStatements } from '../../../support/count-statements.js';
import type { TestCaller } from '../../../support/callers.js';
import { workGroups } from '../../../support/work-groups.js';
import { inDays } from '../decisions/difference-rows.js';
import {
  labour,
  of,
  office,
  police,
  startReferrals,
  township,
  type Referral,
  type Referrals,
} from './referral-harness.js';

let referrals: Referrals;
let sent: Referral[];
beforeAll(async () => {
  referrals = await startReferrals();
  const send = (caller: TestCaller) =>
    referrals.sent(caller, {
      studentId: referrals.nextChild(),
      toBody: 'LABOUR',
      reason: 'CHILD_AT_WORK',
    });
  sent = [await send(township), await send(township), await send(office), await send(office)];
});
afterAll(() => referrals?.close());

const numberOf = (index: number) => sent[index]?.referralNumber ?? '';
const groupOf = async (caller: TestCaller, kind: string) =>
  (await workGroups(referrals.agency, caller, 'workAtCoordination')).find((group) => group.kind === kind);
const setDue = (number: string, dueOn: string) =>
  referrals.agency.rows('update referral set due_on = ?::date where referral_number = ?', dueOn, number);

test('the receiver answers what is due first, and the sender chases what is late', async () => {
  await setDue(numberOf(1), inDays(-6));
  await setDue(numberOf(3), inDays(-1));
  expect(await groupOf(labour, 'ANSWER_REFERRAL')).toMatchObject({
    list: 'referrals',
    open: 4,
    overdue: 2,
    items: [
      { subject: numberOf(1), dueOn: inDays(-6), isOverdue: true },
      { subject: numberOf(3), dueOn: inDays(-1), isOverdue: true },
      { dueOn: inDays(15), isOverdue: false },
      { dueOn: inDays(15), isOverdue: false },
    ],
  });
  expect(await groupOf(police, 'ANSWER_REFERRAL')).toMatchObject({ open: 0 });
  for (const [caller, number] of [
    [township, numberOf(1)],
    [office, numberOf(3)],
  ] as const)
    expect(await groupOf(caller, 'CHASE_REFERRAL')).toMatchObject({
      open: 1,
      overdue: 1,
      items: [{ subject: number }],
    });
  expect(await groupOf(labour, 'CHASE_REFERRAL')).toMatchObject({ open: 0 });
});

test('the list shows what is late, by body and state, and how far it has risen', async () => {
  const list = async (filter: object) => {
    const { data, errors } = await referrals.agency.ask<{
      referrals: { nodes: { referralNumber: string; state: string; escalatedTo: string[] }[] };
    }>(
      labour,
      'query ($filter: ReferralFilter) { referrals(filter: $filter) { nodes { referralNumber state escalatedTo } } }',
      { filter },
    );
    expect(errors).toEqual([]);
    return data.referrals.nodes;
  };
  expect(await list({ isOverdue: true })).toEqual([
    { referralNumber: numberOf(1), state: 'SENT', escalatedTo: ['COUNTY'] },
    { referralNumber: numberOf(3), state: 'SENT', escalatedTo: [] },
  ]);
  expect(await list({ isOverdue: false })).toHaveLength(2);
  expect(await list({ toBody: 'POLICE' })).toEqual([]);
  expect(await list({ fromBody: 'TOWNSHIP' })).toHaveLength(2);
  const [first, second, third, fourth] = sent;
  if (!first || !second || !third || !fourth) throw new Error('Four referrals are needed.');
  await referrals.command(labour, 'acceptReferral', of(first));
  await referrals.command(labour, 'answerReferral', { ...of(second), outcome: 'NOT_TRUE' });
  await referrals.command(labour, 'refuseReferral', { ...of(third), reason: 'FACTS_MISSING' });
  await referrals.command(office, 'withdrawReferral', of(fourth));
  for (const [state, { referralNumber }] of [
    ['ACCEPTED', first],
    ['ANSWERED', second],
    ['REFUSED', third],
    ['WITHDRAWN', fourth],
  ] as const)
    expect(await list({ state })).toEqual([expect.objectContaining({ referralNumber, state })]);
  expect(await list({ state: 'SENT' })).toEqual([]);
  expect(await list({ isOverdue: true })).toEqual([]);
  expect(await groupOf(labour, 'ANSWER_REFERRAL')).toMatchObject({
    open: 1,
    items: [{ subject: numberOf(0) }],
  });
  expect(await groupOf(township, 'CHASE_REFERRAL')).toMatchObject({ open: 0 });
});

test('work of referrals takes one statement for each kind, however much there is', async () => {
  const ask = (items: number) => workGroups(referrals.agency, labour, 'workAtCoordination', items);
  expect(await countStatements(() => ask(1))).toBe(await countStatements(() => ask(50)));
});
