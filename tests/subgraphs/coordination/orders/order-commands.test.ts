import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere } from '../../../support/callers.js';
import { inDays, today } from './order-days.js';
import {
  bureau,
  caseOf,
  command,
  leadingGroup,
  openCases,
  record,
  town,
  type OpenCase,
} from './order-cases.js';

let agency: TestAgency;
let cases: OpenCase[];
let taken = 0;
const anotherCase = (): OpenCase => {
  const found = cases[taken];
  taken += 1;
  if (!found) throw new Error('More cases are needed.');
  return found;
};
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  cases = await openCases(agency, 7);
});
afterAll(() => agency.close());

const wanted = ({ caseNumber }: OpenCase, change: object = {}) => ({
  caseNumber,
  step: 'RETURN_ORDER',
  issuedBy: 'TOWNSHIP',
  dueOn: inDays(10),
  basis: '两次入户劝返无效，监护人拒不送学生返校',
  ...change,
});
const codes = ({ errors }: { errors: readonly { code: string }[] }) => errors.map(({ code }) => code);
const NEXT = 'nextOrder { state reason step since dueFrom issuers clause afterOrderNumber }';
const nextOf = async (dropout: OpenCase) =>
  (await caseOf<{ nextOrder: Record<string, unknown> }>(agency, dropout, NEXT)).nextOrder;

test('an order is issued, served, and its day runs', async () => {
  const dropout = anotherCase();
  const officer = town(dropout.township);
  expect(await nextOf(dropout)).toMatchObject({
    state: 'DUE',
    reason: 'OUT_OF_SCHOOL',
    step: 'RETURN_ORDER',
    issuers: ['TOWNSHIP', 'EDUCATION'],
  });
  const { order, errors } = await command(agency, officer, 'issueOrder', wanted(dropout));
  expect(errors).toEqual([]);
  expect(order).toMatchObject({
    step: 'RETURN_ORDER',
    kind: 'RETURN',
    issuedBy: 'TOWNSHIP',
    issuedOn: today,
    dueOn: inDays(10),
    servedOn: null,
    clause: '未成年人保护法 第八十三条',
    decidedBy: 'test:township-officer',
    isOverdue: false,
    version: 1,
    student: { id: dropout.studentId },
  });
  expect(order?.orderNumber).toMatch(/^\p{Script=Han}+政限复〔2026〕1号$/u);
  expect(await nextOf(dropout)).toMatchObject({ state: 'WAITING', reason: 'NOT_SERVED' });
  const proof = {
    orderNumber: order?.orderNumber,
    expectedVersion: 1,
    servedOn: today,
    serviceMethod: 'DIRECT',
    receivedBy: 'GRANDMOTHER',
  };
  const served = await command(agency, officer, 'recordService', proof);
  expect(served).toMatchObject({
    order: { servedOn: today, serviceMethod: 'DIRECT', receivedBy: 'GRANDMOTHER', version: 2 },
    errors: [],
  });
  expect(await nextOf(dropout)).toMatchObject({
    state: 'WAITING',
    reason: 'TIME_RUNNING',
    step: 'CRITICISM_EDUCATION',
    dueFrom: inDays(11),
    afterOrderNumber: order?.orderNumber,
  });
  expect(codes(await command(agency, officer, 'recordService', proof))).toEqual(['STALE_VERSION']);
  expect(codes(await command(agency, officer, 'recordService', { ...proof, expectedVersion: 2 }))).toEqual([
    'ALREADY_SERVED',
  ]);
});

test('what is not due, or not the caller’s to take, is refused by name and field', async () => {
  const dropout = anotherCase();
  const officer = town(dropout.township);
  const refusals = async (change: object, caller = officer) =>
    (await command(agency, caller, 'issueOrder', wanted(dropout, change))).errors.map(
      ({ code, field }) => `${field}: ${code}`,
    );
  expect(await refusals({ step: 'RECTIFICATION_ORDER' })).toEqual(['step: NOT_NEXT_STEP']);
  expect(await refusals({ issuedBy: 'EDUCATION' })).toEqual(['issuedBy: NOT_ISSUER']);
  expect(await refusals({ issuedBy: 'JUSTICE', documentNumber: '司督〔2026〕3号' }, leadingGroup)).toEqual([
    'issuedBy: NOT_ISSUER',
  ]);
  expect(await refusals({ dueOn: inDays(2) })).toEqual(['dueOn: DUE_DATE_INVALID']);
  expect(await refusals({ dueOn: inDays(31) })).toEqual(['dueOn: DUE_DATE_INVALID']);
  expect(await refusals({ basis: '联系电话13900000000' })).toEqual(['basis: TEXT_INVALID']);
  expect(await refusals({ documentNumber: '自编1号' })).toEqual(['documentNumber: NUMBER_NOT_ALLOWED']);
  expect(await refusals({ caseNumber: 'none' })).toEqual(['caseNumber: CASE_NOT_FOUND']);
  expect(await refusals({}, elsewhere(officer))).toEqual(['caseNumber: CASE_NOT_FOUND']);
  expect(
    await agency.rows('select from enforcement_order where case_number = ?', dropout.caseNumber),
  ).toEqual([]);
});

test('the same key twice is one order; another question under it is a conflict', async () => {
  const dropout = anotherCase();
  const input = { ...wanted(dropout, { issuedBy: 'EDUCATION' }), idempotencyKey: 'order-once-1' };
  const first = await command(agency, bureau, 'issueOrder', input);
  expect(first.errors).toEqual([]);
  expect(await command(agency, bureau, 'issueOrder', input)).toEqual(first);
  const { errors } = await agency.ask(
    bureau,
    'mutation ($input: IssueOrderInput!) { issueOrder(input: $input) { errors { code } } }',
    { input: { ...input, dueOn: inDays(12) } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
});

test('of two at once on one case the second finds the step taken; numbers have no gap', async () => {
  const [first, second] = [anotherCase(), anotherCase()];
  const issue = (dropout: OpenCase) =>
    command(agency, bureau, 'issueOrder', wanted(dropout, { issuedBy: 'EDUCATION' }));
  const outcomes = await Promise.all([issue(first), issue(first), issue(second), issue(second)]);
  expect(outcomes.filter(({ order }) => order !== null)).toHaveLength(2);
  expect(outcomes.flatMap(codes)).toEqual(['NOTHING_DUE', 'NOTHING_DUE']);
  const numbers = await agency.rows<{ number: string }>(
    `select order_number as number from enforcement_order where issuer_code = '520625'`,
  );
  expect(numbers.map(({ number }) => number).toSorted()).toEqual([
    '印江教限复〔2026〕1号',
    '印江教限复〔2026〕2号',
    '印江教限复〔2026〕3号',
  ]);
});

test('a withdrawn order keeps its number and lets the step be taken anew', async () => {
  const dropout = anotherCase();
  const officer = town(dropout.township);
  const { order } = await command(agency, officer, 'issueOrder', wanted(dropout));
  const withdrawal = { orderNumber: order?.orderNumber, expectedVersion: 1, reason: '对象有误，重新核实' };
  expect(codes(await command(agency, bureau, 'withdrawOrder', withdrawal))).toEqual(['NOT_ISSUER']);
  expect(await command(agency, officer, 'withdrawOrder', withdrawal)).toMatchObject({
    order: { withdrawnOn: today, withdrawalReason: '对象有误，重新核实', isOverdue: false },
    errors: [],
  });
  expect(codes(await command(agency, officer, 'withdrawOrder', withdrawal))).toEqual(['WITHDRAWN']);
  const again = await command(agency, officer, 'issueOrder', wanted(dropout));
  expect(again.order?.orderNumber).not.toBe(order?.orderNumber);
});

test('what the registers show is not entered; a justified reason stops the ladder', async () => {
  const dropout = anotherCase();
  const officer = town(dropout.township);
  const { order } = await command(agency, officer, 'issueOrder', wanted(dropout));
  const reason = { caseNumber: dropout.caseNumber, kind: 'ILLNESS', basis: '县医院诊断证明，住院治疗' };
  const period = { validFrom: today, validTo: inDays(60) };
  expect(await record(agency, officer, 'recordJustifiedReason', { ...reason, ...period })).toBe(true);
  expect(await nextOf(dropout)).toMatchObject({
    state: 'NOTHING_DUE',
    reason: 'JUSTIFIED_REASON',
    since: today,
  });
  expect(
    await record(agency, officer, 'recordJustifiedReason', { ...reason, ...period, validTo: inDays(400) }),
  ).toEqual(['PERIOD_TOO_LONG']);
  await agency.rows('delete from justified_reason where case_number = ?', dropout.caseNumber);
  await agency.rows(
    `update school_age_entry set standing = 'IN_SCHOOL', standing_since = ?::date where student_id = ?`,
    today,
    dropout.studentId,
  );
  expect(await nextOf(dropout)).toMatchObject({ state: 'NOTHING_DUE', reason: 'RETURNED', since: today });
  const obeyed = {
    orderNumber: order?.orderNumber,
    expectedVersion: 1,
    compliedOn: today,
    basis: '学生已返校上课',
  };
  expect(codes(await command(agency, officer, 'recordCompliance', obeyed))).toEqual(['SEEN_BY_REGISTERS']);
  await agency.rows(
    `update school_age_entry set standing = 'OUT_OF_SCHOOL' where student_id = ?`,
    dropout.studentId,
  );
  expect((await command(agency, officer, 'recordCompliance', obeyed)).order).toMatchObject({
    compliedOn: today,
    version: 2,
  });
  expect(await nextOf(dropout)).toMatchObject({ state: 'NOTHING_DUE', reason: 'COMPLIED', since: today });
});
