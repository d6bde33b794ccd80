import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, withoutScope } from '../../../support/callers.js';
import { command, leadingGroup, openCases, town, type OpenCase } from './order-cases.js';
import { inDays, today } from './order-days.js';

let agency: TestAgency;
let dropout: OpenCase;
let orderNumber: string;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const [first] = await openCases(agency, 1);
  if (!first) throw new Error('A case is needed.');
  dropout = first;
  const { order } = await command(agency, town(dropout.township), 'issueOrder', {
    caseNumber: dropout.caseNumber,
    step: 'RETURN_ORDER',
    issuedBy: 'TOWNSHIP',
    dueOn: inDays(10),
    basis: '两次入户劝返无效',
  });
  orderNumber = order?.orderNumber ?? '';
});
afterAll(() => agency.close());

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

const KEY = { idempotencyKey: 'access-key-1' };
const ORDER = { ...KEY, orderNumber: 'x', expectedVersion: 1 };
const MUTATIONS: readonly (readonly [string, string, object])[] = [
  [
    'issueOrder',
    COORDINATION_SCOPES.issueOrders,
    { ...KEY, caseNumber: 'x', step: 'RETURN_ORDER', issuedBy: 'TOWNSHIP', dueOn: today, basis: 'x' },
  ],
  ['recordService', COORDINATION_SCOPES.issueOrders, { ...ORDER, servedOn: today, serviceMethod: 'LEFT' }],
  ['recordCompliance', COORDINATION_SCOPES.issueOrders, { ...ORDER, compliedOn: today, basis: 'x' }],
  ['withdrawOrder', COORDINATION_SCOPES.issueOrders, { ...ORDER, reason: 'x' }],
  [
    'recordJustifiedReason',
    COORDINATION_SCOPES.issueOrders,
    { ...KEY, caseNumber: 'x', kind: 'ILLNESS', basis: 'x', validFrom: today, validTo: today },
  ],
  [
    'decideAdministrativeHold',
    COORDINATION_SCOPES.decideHolds,
    { ...KEY, caseNumber: 'x', item: 'RELIEF', decision: 'HOLD', basis: 'x' },
  ],
  [
    'reviewAdministrativeHold',
    COORDINATION_SCOPES.decideHolds,
    { ...KEY, decisionId: '1', isConfirmed: true, basis: 'x' },
  ],
];

test.each(MUTATIONS)('%s asks for its right', async (name, scope, input) => {
  const inputType = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { errors } = await agency.ask(
    withoutScope(leadingGroup, scope),
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { errors { code } } }`,
    { input },
  );
  expect(codesOf(errors)).toEqual(['FORBIDDEN']);
});

describe('one order by its number', () => {
  const ask = (caller: typeof leadingGroup, number: string) =>
    agency.ask<{ enforcementOrder: { issuerName: string } | null }>(
      caller,
      'query ($number: String!) { enforcementOrder(orderNumber: $number) { issuerName } }',
      { number },
    );

  test('bears the full name of the office', async () => {
    const { data, errors } = await ask(leadingGroup, orderNumber);
    expect(errors).toEqual([]);
    expect(data.enforcementOrder?.issuerName).toMatch(/(人民政府|街道办事处)$/);
  });

  test('out of reach it looks like one that there is not', async () => {
    const outside = await ask(elsewhere(leadingGroup), orderNumber);
    const unknown = await ask(leadingGroup, '无此文号');
    for (const { data, errors } of [outside, unknown]) {
      expect(data.enforcementOrder).toBeNull();
      expect(codesOf(errors)).toEqual(['NOT_FOUND']);
    }
  });

  test('nobody of another area serves or withdraws it', async () => {
    const change = { orderNumber, expectedVersion: 1 };
    const outsider = elsewhere(leadingGroup);
    for (const [name, input] of [
      ['recordService', { ...change, servedOn: today, serviceMethod: 'LEFT' }],
      ['withdrawOrder', { ...change, reason: '测试撤回' }],
    ] as const)
      expect((await command(agency, outsider, name, input)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
