import { callerAs, elsewhere, withoutScope } from '../../../support/callers.js';
import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import {
  bureau,
  codeOf as placeOf,
  inspection,
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
let child: string;
let sent: Referral;
beforeAll(async () => {
  referrals = await startReferrals();
  child = referrals.nextChild();
  sent = await referrals.sent(township, { studentId: child, toBody: 'LABOUR', reason: 'CHILD_AT_WORK' });
});
afterAll(() => referrals?.close());

const stored = () => referrals.agency.rows('select * from referral order by id');
const codeOf = async (...command: Parameters<Referrals['command']>) => {
  const before = await stored();
  const { referral, errors } = await referrals.command(...command);
  expect(referral).toBeNull();
  expect(await stored()).toEqual(before);
  return errors[0]?.code;
};

test.each([
  ['TO_ITSELF', bureau, { toBody: 'EDUCATION', reason: 'PLACEMENT' }],
  ['TO_ITSELF', township, { toBody: 'TOWNSHIP', reason: 'ENROLMENT' }],
  ['TO_ITSELF', office, { toBody: 'COORDINATION', reason: 'JOINT_SOLUTION' }],
  ['TO_ITSELF', inspection, { toBody: 'INSPECTION_OFFICE', reason: 'PERSUASION' }],
  ['RECEIVER_INVALID', township, { toBody: 'LABOUR', reason: 'WHEREABOUTS' }],
  ['OPEN_ALREADY', township, { toBody: 'LABOUR', reason: 'CHILD_AT_WORK' }],
  ['OPEN_ALREADY', police, { toBody: 'LABOUR', reason: 'CHILD_AT_WORK' }],
  ['CASE_NOT_FOUND', township, { toBody: 'POLICE', reason: 'WHEREABOUTS', caseNumber: 'HC-none' }],
  ['CHILD_NOT_FOUND', elsewhere(labour), { toBody: 'POLICE', reason: 'WHEREABOUTS' }],
  ['NO_BODY', { ...township, agency: 'police' }, { toBody: 'POLICE', reason: 'WHEREABOUTS' }],
])('nothing is sent: %s', async (code, caller, input) => {
  expect(await codeOf(caller, 'sendReferral', { studentId: child, ...input })).toBe(code);
});

test('a child of whom no school of the county is known is referred to none', async () => {
  const other = referrals.nextChild();
  await referrals.agency.rows('update school_age_entry set school_code = null where student_id = ?', other);
  expect(
    await codeOf(office, 'sendReferral', { studentId: other, toBody: 'SCHOOL', reason: 'PLACEMENT' }),
  ).toBe('PLACE_UNKNOWN');
});

test('a child of whom no village is known is referred to none, though its township is', async () => {
  const other = referrals.nextChild();
  await referrals.agency.rows(
    "update school_age_entry set counted_division_code = rpad(?, 12, '0') where student_id = ?",
    placeOf(township),
    other,
  );
  const persuade = { studentId: other, reason: 'PERSUASION' };
  expect(await codeOf(office, 'sendReferral', { ...persuade, toBody: 'VILLAGE' })).toBe('PLACE_UNKNOWN');
  expect(await referrals.sent(office, { ...persuade, toBody: 'TOWNSHIP' })).toMatchObject({
    toCode: placeOf(township),
  });
});

test('another township refers nothing of a case that is not its own', async () => {
  const other = referrals.nextChild();
  await referrals.agency.rows(
    `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis)
     values (?, 'ELSEWHERE-1', 'CONFIRMED', 'OTHER', '2026-11-01', '520625999000', 'LEFT_SCHOOL')`,
    other,
  );
  const input = { studentId: other, toBody: 'POLICE', reason: 'WHEREABOUTS', caseNumber: 'ELSEWHERE-1' };
  expect(await codeOf(township, 'sendReferral', input)).toBe('OTHER_TOWNSHIP');
});

test.each([
  ['acceptReferral', {}],
  ['refuseReferral', { reason: 'NOT_COMPETENT' }],
  ['answerReferral', { outcome: 'NOT_TRUE' }],
])('%s is for the receiver alone, as it saw the referral', async (name, input) => {
  for (const caller of [police, township, office])
    expect(await codeOf(caller, name, { ...of(sent), ...input })).toBe('NOT_RECEIVER');
  expect(await codeOf(labour, name, { ...of(sent), ...input, expectedVersion: 2 })).toBe('STALE_VERSION');
  expect(await codeOf(labour, name, { ...of(sent), ...input, referralNumber: 'ZB-none' })).toBe('NOT_FOUND');
  expect(await codeOf(elsewhere(labour), name, { ...of(sent), ...input })).toBe('NOT_FOUND');
});

test('only the sender withdraws', async () => {
  for (const caller of [labour, police, office])
    expect(await codeOf(caller, 'withdrawReferral', of(sent))).toBe('NOT_SENDER');
});

test('what is accepted is neither accepted again nor sent back, and what is ended stays so', async () => {
  const { referral } = await referrals.command(labour, 'acceptReferral', of(sent));
  if (!referral) throw new Error('Nothing was accepted.');
  expect(await codeOf(labour, 'acceptReferral', of(referral))).toBe('ACCEPTED_ALREADY');
  expect(await codeOf(labour, 'refuseReferral', { ...of(referral), reason: 'DUPLICATE' })).toBe(
    'ACCEPTED_ALREADY',
  );
  const { referral: ended } = await referrals.command(labour, 'answerReferral', {
    ...of(referral),
    outcome: 'NOT_TRUE',
  });
  if (!ended) throw new Error('Nothing was answered.');
  expect(await codeOf(labour, 'acceptReferral', of(ended))).toBe('ENDED');
  expect(await codeOf(labour, 'answerReferral', { ...of(ended), outcome: 'NOT_TRUE' })).toBe('ENDED');
  expect(await codeOf(township, 'withdrawReferral', of(ended))).toBe('ENDED');
});

test.each([
  ['sendReferral', COORDINATION_SCOPES.sendReferrals, { toBody: 'POLICE', reason: 'WHEREABOUTS' }],
  ['withdrawReferral', COORDINATION_SCOPES.sendReferrals, {}],
  ['acceptReferral', COORDINATION_SCOPES.answerReferrals, {}],
  ['refuseReferral', COORDINATION_SCOPES.answerReferrals, { reason: 'DUPLICATE' }],
  ['answerReferral', COORDINATION_SCOPES.answerReferrals, { outcome: 'NOT_TRUE' }],
])('%s asks for its right', async (name, scope, input) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const command = { idempotencyKey: 'a-key-of-mine', ...input };
  const whose = name === 'sendReferral' ? { studentId: child } : of(sent);
  const { errors } = await referrals.agency.ask(
    withoutScope(office, scope),
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input: { ...command, ...whose } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('neither analyst nor class teacher refers anybody', () => {
  for (const slug of ['class-teacher', 'analyst'])
    expect(callerAs(slug).scopes).not.toContain(COORDINATION_SCOPES.sendReferrals);
});
