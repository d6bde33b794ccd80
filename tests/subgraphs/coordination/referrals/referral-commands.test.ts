import { randomUUID } from 'node:crypto';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { labour, of, office, poverty, startReferrals, township, type Referrals } from './referral-harness.js';

let referrals: Referrals;
beforeAll(async () => {
  referrals = await startReferrals();
});
afterAll(() => referrals?.close());

const atWork = (studentId: string) => ({ studentId, toBody: 'LABOUR', reason: 'CHILD_AT_WORK' });

test('a township refers a working child to labour, which accepts and answers', async () => {
  const sent = await referrals.sent(township, atWork(referrals.nextChild()));
  expect(sent).toMatchObject({
    version: 1,
    state: 'SENT',
    fromBody: 'TOWNSHIP',
    fromCode: township.jurisdiction[0]?.code,
    toBody: 'LABOUR',
    toCode: null,
    caseNumber: null,
    sentOn: TODAY,
    dueOn: inDays(15),
    reminderOn: inDays(12),
    isOverdue: false,
    escalatedTo: [],
  });
  const accepted = await referrals.command(labour, 'acceptReferral', of(sent));
  expect(accepted).toMatchObject({
    errors: [],
    referral: { version: 2, state: 'ACCEPTED', acceptedOn: TODAY, reminderOn: inDays(12) },
  });
  const answered = await referrals.command(labour, 'answerReferral', {
    ...of({ ...sent, version: 2 }),
    outcome: 'TRUE_DEALT_WITH',
  });
  expect(answered).toMatchObject({
    errors: [],
    referral: {
      version: 3,
      state: 'ANSWERED',
      acceptedOn: TODAY,
      answeredOn: TODAY,
      outcome: 'TRUE_DEALT_WITH',
      reminderOn: null,
    },
  });
});

test('an answer needs no acceptance before it', async () => {
  const sent = await referrals.sent(office, {
    studentId: referrals.nextChild(),
    toBody: 'POVERTY',
    reason: 'POVERTY_HELP',
  });
  expect(sent).toMatchObject({ fromBody: 'COORDINATION', fromCode: null });
  const answered = await referrals.command(poverty, 'answerReferral', {
    ...of(sent),
    outcome: 'CHILD_NOT_FOUND',
  });
  expect(answered).toMatchObject({ errors: [], referral: { state: 'ANSWERED', acceptedOn: null } });
});

test('a receiver sends back what is none of its duties, and it may be sent again', async () => {
  const studentId = referrals.nextChild();
  const sent = await referrals.sent(township, atWork(studentId));
  const refused = await referrals.command(labour, 'refuseReferral', { ...of(sent), reason: 'ANOTHER_AREA' });
  expect(refused).toMatchObject({
    errors: [],
    referral: { state: 'REFUSED', refusedOn: TODAY, refusalReason: 'ANOTHER_AREA', reminderOn: null },
  });
  expect(await referrals.sent(township, atWork(studentId))).toMatchObject({ state: 'SENT' });
});

test('a sender withdraws what nobody has answered, accepted or not', async () => {
  const sent = await referrals.sent(township, atWork(referrals.nextChild()));
  await referrals.command(labour, 'acceptReferral', of(sent));
  const withdrawn = await referrals.command(township, 'withdrawReferral', of({ ...sent, version: 2 }));
  expect(withdrawn).toMatchObject({
    errors: [],
    referral: { state: 'WITHDRAWN', withdrawnOn: TODAY, acceptedOn: TODAY },
  });
});

test('what a school is asked goes to the school of the child, and to a township that of its residence', async () => {
  const studentId = referrals.nextChild();
  const [entry] = await referrals.agency.rows<{ school: string }>(
    'select school_code as school from school_age_entry where student_id = ?',
    studentId,
  );
  const school = await referrals.sent(office, { studentId, toBody: 'SCHOOL', reason: 'PLACEMENT' });
  expect(school).toMatchObject({ toBody: 'SCHOOL', toCode: entry?.school });
  const home = await referrals.sent(office, { studentId, toBody: 'TOWNSHIP', reason: 'ENROLMENT' });
  expect(home).toMatchObject({ toCode: township.jurisdiction[0]?.code });
});

test("the leading group's office enters what the justice bureau replies", async () => {
  const sent = await referrals.sent(township, {
    studentId: referrals.nextChild(),
    toBody: 'JUSTICE',
    reason: 'LEGAL_AID',
  });
  const answer = { ...of(sent), outcome: 'TRUE_BEING_DEALT_WITH' };
  expect((await referrals.command(labour, 'answerReferral', answer)).errors).toEqual([
    { code: 'NOT_RECEIVER', field: 'referralNumber' },
  ]);
  expect(await referrals.command(office, 'answerReferral', answer)).toMatchObject({
    errors: [],
    referral: { state: 'ANSWERED' },
  });
});

test('a referral of a case names an open case of that child', async () => {
  const [row] = await referrals.agency.rows<{ caseNumber: string; studentId: string }>(
    `select case_number as "caseNumber", student_id as "studentId" from dropout_case
     where closed_on is null and starts_with(township_code, ?) order by id limit 1`,
    township.jurisdiction[0]?.code ?? '',
  );
  const { caseNumber = '', studentId = '' } = row ?? {};
  expect(
    (await referrals.command(township, 'sendReferral', { ...atWork(referrals.nextChild()), caseNumber }))
      .errors,
  ).toEqual([{ code: 'CASE_NOT_FOUND', field: 'caseNumber' }]);
  expect(await referrals.sent(township, { ...atWork(studentId), caseNumber })).toMatchObject({ caseNumber });
});

test('the same key twice has one effect', async () => {
  const studentId = referrals.nextChild();
  const input = { ...atWork(studentId), idempotencyKey: randomUUID() };
  const first = await referrals.sent(township, input);
  expect(await referrals.sent(township, input)).toEqual(first);
  const accept = { ...of(first), idempotencyKey: randomUUID() };
  const accepted = await referrals.command(labour, 'acceptReferral', accept);
  expect(await referrals.command(labour, 'acceptReferral', accept)).toEqual(accepted);
  expect(await referrals.agency.rows('select version from referral where student_id = ?', studentId)).toEqual(
    [{ version: 2 }],
  );
});

test('of two answers at once one stands, and the other is told to look again', async () => {
  const sent = await referrals.sent(township, atWork(referrals.nextChild()));
  const answers = await Promise.all(
    ['NOT_TRUE', 'TRUE_DEALT_WITH'].map((outcome) =>
      referrals.command(labour, 'answerReferral', { ...of(sent), outcome }),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors)).toEqual([
    { code: 'STALE_VERSION', field: 'expectedVersion' },
  ]);
  const stands = answers.find(({ referral }) => referral !== null)?.referral;
  expect(stands).toMatchObject({ state: 'ANSWERED', version: 2 });
});

test('of two senders at once one sends', async () => {
  const studentId = referrals.nextChild();
  const sent = await Promise.all(
    [township, office].map((caller) => referrals.command(caller, 'sendReferral', atWork(studentId))),
  );
  expect(sent.flatMap(({ errors }) => errors)).toEqual([{ code: 'OPEN_ALREADY', field: 'reason' }]);
});
