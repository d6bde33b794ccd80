import { elsewhere, type TestCaller } from '../../../support/callers.js';
import { workGroups } from '../../../support/work-groups.js';
import {
  bureau,
  codeOf,
  inspection,
  of,
  office,
  police,
  poverty,
  startReferrals,
  township,
  village,
  type Referrals,
} from './referral-harness.js';

let referrals: Referrals;
/** A child of the cadre's village. */
let studentId: string;
beforeAll(async () => {
  referrals = await startReferrals();
  studentId = referrals.nextChild(village);
});
afterAll(() => referrals?.close());

const TRUE = { outcome: 'TRUE_DEALT_WITH' };
const toAnswer = async (caller: TestCaller) =>
  (await workGroups(referrals.agency, caller, 'workAtCoordination')).find(
    ({ kind }) => kind === 'ANSWER_REFERRAL',
  );

test('a village that is asked to persuade finds it on its list, accepts and answers', async () => {
  const sent = await referrals.sent(township, { studentId, toBody: 'VILLAGE', reason: 'PERSUASION' });
  expect(sent).toMatchObject({ toBody: 'VILLAGE', toCode: codeOf(village) });
  expect(await toAnswer(village)).toMatchObject({ open: 1, items: [{ subject: sent.referralNumber }] });
  expect(await toAnswer(township)).toMatchObject({ open: 0 });
  const { referral: accepted } = await referrals.command(village, 'acceptReferral', of(sent));
  expect(accepted).toMatchObject({ state: 'ACCEPTED' });
  const answer = { ...of({ ...sent, version: 2 }), ...TRUE };
  expect((await referrals.command(township, 'answerReferral', answer)).errors).toEqual([
    { code: 'NOT_RECEIVER', field: 'referralNumber' },
  ]);
  expect(await referrals.command(village, 'answerReferral', answer)).toMatchObject({
    errors: [],
    referral: { state: 'ANSWERED' },
  });
});

test('a village reports a child who is not enrolled to its township, which answers', async () => {
  const sent = await referrals.sent(village, { studentId, toBody: 'TOWNSHIP', reason: 'ENROLMENT' });
  expect(sent).toMatchObject({
    fromBody: 'VILLAGE',
    fromCode: codeOf(village),
    toCode: codeOf(township),
  });
  expect(await referrals.command(township, 'answerReferral', { ...of(sent), ...TRUE })).toMatchObject({
    errors: [],
  });
});

test('a village sends nothing of a child that lives in another one', async () => {
  const other = { ...village, jurisdiction: [{ kind: 'DIVISION' as const, code: '520625999001' }] };
  const input = { studentId, toBody: 'TOWNSHIP', reason: 'ENROLMENT' };
  expect((await referrals.command(other, 'sendReferral', input)).errors).toEqual([
    { code: 'CHILD_NOT_FOUND', field: 'studentId' },
  ]);
});

test("what one body cannot solve alone goes to the leading group's office, which answers", async () => {
  for (const caller of [bureau, police, village]) {
    const sent = await referrals.sent(caller, {
      studentId,
      toBody: 'COORDINATION',
      reason: 'JOINT_SOLUTION',
    });
    expect(sent).toMatchObject({ toBody: 'COORDINATION', toCode: null });
    expect(await toAnswer(office)).toMatchObject({ open: 1 });
    expect((await referrals.command(inspection, 'answerReferral', { ...of(sent), ...TRUE })).errors).toEqual([
      { code: 'NOT_RECEIVER', field: 'referralNumber' },
    ]);
    expect(await referrals.command(office, 'answerReferral', { ...of(sent), ...TRUE })).toMatchObject({
      errors: [],
    });
  }
});

test.each([
  ['FINANCE', 'FUNDS', office, poverty],
  ['CULTURE', 'SCHOOL_SURROUNDINGS', office, township],
  ['POLITICAL_LEGAL', 'JOINT_SOLUTION', office, police],
  ['RELOCATION', 'RELOCATED_FAMILY', poverty, office],
  ['INSPECTION_OFFICE', 'CONCEALMENT', inspection, office],
  ['EDUCATION_OFFICE', 'PERSUASION', township, bureau],
  ['PLANNING', 'SCHOOL_SURROUNDINGS', township, office],
])('%s is sent a child for %s, and its reply is entered by who acts for it', async (...sending) => {
  const [toBody, reason, actor, other] = sending;
  const sent = await referrals.sent(bureau, { studentId: referrals.nextChild(), toBody, reason });
  expect(sent).toMatchObject({ toBody, toCode: actor === township ? codeOf(township) : null });
  const answer = { ...of(sent), ...TRUE };
  for (const [caller, code] of [
    [other, 'NOT_RECEIVER'],
    [elsewhere(actor), 'NOT_FOUND'],
  ] as const)
    expect((await referrals.command(caller, 'answerReferral', answer)).errors).toEqual([
      { code, field: 'referralNumber' },
    ]);
  expect(await referrals.command(actor, 'answerReferral', answer)).toMatchObject({
    errors: [],
    referral: { state: 'ANSWERED', outcome: 'TRUE_DEALT_WITH' },
  });
});
