import { loadPurposes } from '../../../policies/purposes.js';
import { AccessPurposeEnum } from '../../../subgraphs/coordination/access/access.enums.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { inDays } from '../../support/approvals.js';
import { callerAs, elsewhere, inRole, withoutScope, type TestCaller } from '../../support/callers.js';
import { listedPupil } from './register-rows.js';

const security = callerAs('coordination-officer');
let agency: TestAgency;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  child = (await listedPupil(agency)).studentId;
});
afterAll(() => agency.close());

let keys = 0;
const newKey = () => `test-key-${(keys += 1)}`;
const FIELDS = `approval { id level actor purpose dataClasses validFrom expiresAt approvedBy approverRole basis
  revokedAt revokedBy student { id } } errors { code field message }`;
interface Payload {
  readonly approval: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly errors: readonly { code: string; field: string | null; message: string }[];
}

const approve = (change: object = {}, caller: TestCaller = security) =>
  agency.ask<{ approveAccess: Payload } | null>(
    caller,
    `mutation ($input: ApproveAccessInput!) { approveAccess(input: $input) { ${FIELDS} } }`,
    {
      input: {
        idempotencyKey: newKey(),
        level: 'STANDING',
        actorKind: 'ROLE',
        actor: 'class-teacher',
        purpose: 'SUPERVISION',
        dataClasses: ['IDENTITY', 'SCHOOLING'],
        expiresAt: inDays(30),
        basis: '学期初摸排工作需要',
        ...change,
      },
    },
  );
const revoke = (approvalId: string, change: object = {}) =>
  agency.ask<{ revokeApproval: Payload }>(
    security,
    `mutation ($input: RevokeApprovalInput!) { revokeApproval(input: $input) { ${FIELDS} } }`,
    { input: { idempotencyKey: newKey(), approvalId, reason: '岗位调整', ...change } },
  );
const stored = (id: string) =>
  agency.rows<object>('select id from access_approval where id = ? and revoked_at is null', id);
const versionOf = async () =>
  Number(
    (
      await agency.rows<{ v: string }>("select version::text as v from publication where topic = 'APPROVALS'")
    )[0]?.v,
  );

test('an approval is kept with who gave it, on what grounds and until when, and goes out to the agencies', async () => {
  const before = await versionOf();
  const { data, errors } = await approve();
  expect(errors).toEqual([]);
  expect(data?.approveAccess).toMatchObject({
    errors: [],
    approval: {
      level: 'STANDING',
      actor: 'class-teacher',
      dataClasses: ['IDENTITY', 'SCHOOLING'],
      validFrom: inDays(0),
      expiresAt: inDays(30),
      approvedBy: 'test:coordination-officer',
      approverRole: 'coordination-officer',
      revokedAt: null,
      student: null,
    },
  });
  expect(await versionOf()).toBeGreaterThan(before);
});

test('an approval for a case names its child, by the id that all agencies know it under', async () => {
  const { data, errors } = await approve({ level: 'CASE', studentId: child });
  expect(errors).toEqual([]);
  expect(data?.approveAccess.approval.student).toEqual({ id: child });
});

test.each([
  ['for its own role', { actor: 'coordination-officer' }, ['SELF_APPROVAL actor']],
  ['for itself', { actorKind: 'SUBJECT', actor: 'test:coordination-officer' }, ['SELF_APPROVAL actor']],
  [
    'a kind of data that the purpose lacks',
    { dataClasses: ['LABOUR'] },
    ['CLASS_OUTSIDE_PURPOSE dataClasses'],
  ],
  ['no kind of data', { dataClasses: [] }, ['CLASS_OUTSIDE_PURPOSE dataClasses']],
  ['for more than a year', { expiresAt: inDays(367) }, ['PERIOD_TOO_LONG expiresAt']],
  ['an end before the beginning', { expiresAt: inDays(-1) }, ['PERIOD_INVALID expiresAt']],
  ['a beginning in the past', { validFrom: inDays(-1) }, ['PERIOD_INVALID validFrom']],
  ['a case without a child', { level: 'CASE' }, ['CHILD_REQUIRED studentId']],
  ['a child that is none', { level: 'CASE', studentId: 'a'.repeat(26) }, ['CHILD_NOT_FOUND studentId']],
  ['a number among the grounds', { basis: '学生 990625201301010011 失联' }, ['TEXT_INVALID basis']],
  ['several faults at once', { actor: '?', basis: '' }, ['ACTOR_INVALID actor', 'TEXT_INVALID basis']],
])('%s is not approved', async (_what, change, faults) => {
  const { data, errors } = await approve(change);
  expect(errors).toEqual([]);
  expect(data?.approveAccess.approval).toBeNull();
  expect(data?.approveAccess.errors.map(({ code, field }) => `${code} ${field}`)).toEqual(faults);
});

test('a case is approved for three months at most', async () => {
  const caseFor = (days: number) => approve({ level: 'CASE', studentId: child, expiresAt: inDays(days) });
  expect((await caseFor(93)).data?.approveAccess.errors[0]?.code).toBe('PERIOD_TOO_LONG');
  expect((await caseFor(92)).data?.approveAccess.errors).toEqual([]);
});

test('a child out of reach reads as one that does not exist', async () => {
  const { data } = await approve({ level: 'CASE', studentId: child }, elsewhere(security));
  expect(data?.approveAccess.errors.map(({ code }) => code)).toEqual(['CHILD_NOT_FOUND']);
});

test('a revocation is kept, and is done once', async () => {
  const { data } = await approve();
  const id = data?.approveAccess.approval.id ?? '';
  expect((await revoke(id, { reason: '?' })).data.revokeApproval.errors[0]?.code).toBe('TEXT_INVALID');
  expect((await revoke(id)).data.revokeApproval.approval).toMatchObject({
    revokedAt: inDays(0),
    revokedBy: 'test:coordination-officer',
  });
  expect((await revoke(id)).data.revokeApproval.errors[0]?.code).toBe('ALREADY_REVOKED');
  expect((await revoke('none')).data.revokeApproval.errors[0]?.code).toBe('NOT_FOUND');
  expect(await stored(id)).toEqual([]);
});

test('approving asks for its own right, and for no approval of its own', async () => {
  const refused = await approve({}, withoutScope(security, 'coordination.approval.manage'));
  expect(refused.data).toBeNull();
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  // The first approval of all is given by somebody for whom nothing is approved yet.
  expect((await approve({}, inRole(security, 'leading-group'))).data?.approveAccess.errors).toEqual([]);
});

test('the list shows the latest first, filtered and page by page', async () => {
  const page = (after?: string) =>
    agency.ask<{
      accessApprovals: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(
      security,
      `query ($after: String) { accessApprovals(first: 10, after: $after, filter: { isInForce: true, level: STANDING }) {
        nodes { id actor } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
  const ids: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { data, errors } = await page(after);
    expect(errors).toEqual([]);
    ids.push(...data.accessApprovals.nodes.map(({ id }) => id));
    ({ hasNextPage: more, endCursor: after } = data.accessApprovals.pageInfo);
  }
  const inForce = await agency.rows<{ id: string }>(
    "select id from access_approval where level = 'STANDING' and revoked_at is null",
  );
  expect(ids.toSorted()).toEqual(inForce.map(({ id }) => id).toSorted());
});

describe('T20 a command', () => {
  test('that is sent fifty times at once is carried out once, and answered alike', async () => {
    const command = { idempotencyKey: newKey(), actor: 'village-cadre', validFrom: inDays(3) };
    const answers = await Promise.all(Array.from({ length: 50 }, () => approve(command)));
    expect(new Set(answers.map(({ data, errors }) => JSON.stringify([data, errors]))).size).toBe(1);
    expect(answers[0]?.errors).toEqual([]);
    expect(
      await agency.rows(
        "select id from access_approval where actor = 'village-cadre' and valid_from = ?::timestamptz",
        inDays(3),
      ),
    ).toHaveLength(1);
  });

  test('gives the first answer again after what it made has changed', async () => {
    const command = { idempotencyKey: newKey(), validFrom: inDays(4) };
    const first = await approve(command);
    await revoke(first.data?.approveAccess.approval.id ?? '');
    expect((await approve(command)).data).toEqual(first.data);
  });

  test('conflicts with another one under the same key, of the same officer alone', async () => {
    const idempotencyKey = newKey();
    await approve({ idempotencyKey });
    const { data, errors } = await approve({ idempotencyKey, basis: '另一项工作需要' });
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
    const colleague = inRole(security, 'leading-group');
    expect((await approve({ idempotencyKey }, colleague)).data?.approveAccess.errors).toEqual([]);
  });

  test('has one root field', async () => {
    const { errors } = await agency.ask(
      security,
      'mutation { a: revokeApproval(input: {idempotencyKey: "12345678", approvalId: "x", reason: "none"}) { errors { code } } b: revokeApproval(input: {idempotencyKey: "12345679", approvalId: "x", reason: "none"}) { errors { code } } }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

test('the purposes that can be approved are those of the catalogue, in its words', () => {
  expect(
    AccessPurposeEnum.values.map((code) => [
      code,
      AccessPurposeEnum.terms[code].en,
      AccessPurposeEnum.terms[code].zh,
    ]),
  ).toEqual([...loadPurposes().values()].map(({ code, label }) => [code, label.en, label.zh]));
});
