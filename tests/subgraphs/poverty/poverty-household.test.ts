import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterHousehold } from './poverty-rows.js';

interface Page {
  nodes: { code: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const LIST = `query ($filter: PovertyHouseholdFilter, $first: Int! = 100, $after: String) {
  povertyHouseholds(filter: $filter, first: $first, after: $after) {
    nodes { code division { code } responsibleOfficer { post } } pageInfo { hasNextPage endCursor } } }`;

const officer = callerAs('poverty-officer');
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('poverty');
  await agency.rows('delete from poverty_household');
  await enterHousehold(agency, 'PK-1');
  await enterHousehold(agency, 'PK-2', { monitoredState: 'UNSTABLE_EX_POVERTY', division: OTHER_VILLAGE });
  await enterHousehold(agency, 'PK-3', {
    kind: 'NOT_REGISTERED_POOR',
    monitoredState: 'AT_RISK_OF_POVERTY',
    liftedOn: null,
  });
  await enterHousehold(agency, 'PK-4', { division: '441900001001' });
});
afterAll(() => agency.close());

async function codes(variables: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await agency.ask<{ povertyHouseholds: Page }>(officer, LIST, variables);
  expect(errors).toEqual([]);
  return data.povertyHouseholds.nodes.map(({ code }) => code);
}

test("the list holds the households of the caller's area, in order of code", async () => {
  expect(await codes()).toEqual(['PK-1', 'PK-2', 'PK-3']);
});

test.each([
  ['monitored for one reason', { monitoredState: 'UNSTABLE_EX_POVERTY' }, ['PK-2']],
  ['monitored for a reason that none has', { monitoredState: 'SUDDEN_SEVERE_HARDSHIP' }, []],
  ['of a kind', { kind: 'NOT_REGISTERED_POOR' }, ['PK-3']],
  ['of a village', { division: VILLAGE }, ['PK-1', 'PK-3']],
  ['of a village and a kind', { division: VILLAGE, kind: 'GENERAL_POOR' }, ['PK-1']],
  ['of a division outside the area', { division: '441900' }, []],
] as const)('the filter finds households %s', async (_what, filter, expected) => {
  expect(await codes({ filter })).toEqual(expected);
});

test('pages follow each other without a gap or a repetition', async () => {
  const { data } = await agency.ask<{ povertyHouseholds: Page }>(officer, LIST, { first: 2 });
  const { nodes, pageInfo } = data.povertyHouseholds;
  expect(pageInfo.hasNextPage).toBe(true);
  expect([
    ...nodes.map(({ code }) => code),
    ...(await codes({ first: 2, after: pageInfo.endCursor })),
  ]).toEqual(['PK-1', 'PK-2', 'PK-3']);
});

test.each([
  ['a state that is not on the list', { filter: { monitoredState: 'NOT_MONITORED' } }],
  ['a division code of no level', { filter: { division: '1' } }],
  ['a cursor that is not one', { after: '?' }],
])('%s is refused as bad input', async (_what, variables) => {
  const { errors } = await agency.ask(officer, LIST, variables);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
