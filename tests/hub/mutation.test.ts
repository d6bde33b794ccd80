import { inDays } from '../support/approvals.js';
import { callerAs, withoutScope } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const security = callerAs('coordination-officer');
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const APPROVE = `mutation ($input: ApproveAccessInput!) {
  approveAccess(input: $input) { approval { actor student { id } } errors { code message } } }`;
const inputOf = (idempotencyKey: string) => ({
  idempotencyKey,
  level: 'STANDING',
  actorKind: 'ROLE',
  actor: 'class-teacher',
  purpose: 'SUPERVISION',
  dataClasses: ['SCHOOLING'],
  expiresAt: inDays(10),
  basis: '学期初摸排工作需要',
});
const line = () => hub.line('coordination');

test('a mutation goes through the gateway once, and its payload comes back', async () => {
  line().calls = 0;
  const { status, data, errors } = await hub.ask(security, APPROVE, { input: inputOf('mutation-1') });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  expect(data).toEqual({
    approveAccess: { approval: { actor: 'class-teacher', student: null }, errors: [] },
  });
  expect(line().calls).toBe(1);
});

test('without the right nothing is sent on, and the whole answer is null', async () => {
  line().calls = 0;
  const caller = withoutScope(security, 'coordination.approval.manage');
  const { data, errors } = await hub.ask(caller, APPROVE, { input: inputOf('mutation-2') });
  expect(data).toBeNull();
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['approveAccess'], 'FORBIDDEN'],
  ]);
  expect(line().calls).toBe(0);
});

test('a conflict keeps its code on the way', async () => {
  await hub.ask(security, APPROVE, { input: inputOf('mutation-3') });
  const { data, errors } = await hub.ask(security, APPROVE, {
    input: { ...inputOf('mutation-3'), actor: 'village-cadre' },
  });
  expect(data).toBeNull();
  expect(errors.map(({ extensions }) => [extensions.code, extensions.agency])).toEqual([
    ['CONFLICT', 'coordination'],
  ]);
});

test.each(['HANGING', 'REFUSED', 'SERVER_ERROR', 'EMPTY_DATA'] as const)(
  'it is never tried again when the line is %s',
  async (state) => {
    line().calls = 0;
    line().state = state;
    const { data, errors } = await hub.ask(security, APPROVE, { input: inputOf(`mutation-${state}`) });
    line().state = 'CONNECTED';
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_UNAVAILABLE']);
    expect(line().calls).toBe(1);
  },
);

test.each([
  ['two aliases', 'mutation { a: FIELD b: FIELD }'],
  ['two in a fragment', 'mutation { ...F } fragment F on Mutation { a: FIELD b: FIELD }'],
])('a mutation has one field: %s are refused', async (_what, text) => {
  const field =
    'revokeApproval(input: { idempotencyKey: "12345678", approvalId: "x", reason: "none at all" }) { errors { code } }';
  const { status, errors } = await hub.ask(security, text.replaceAll('FIELD', field));
  expect(status).toBe(400);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});
