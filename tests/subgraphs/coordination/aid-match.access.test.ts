import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, testPersonas, withoutScope, type TestCaller } from '../../support/callers.js';

const RIGHT = 'coordination.aid-match.read';
const MATCHERS = [
  'bureau-officer',
  'civil-affairs-officer',
  'coordination-officer',
  'disability-officer',
  'inspection-officer',
  'poverty-officer',
];
const FACTS = ['povertyFacts', 'welfareFacts', 'disabilityFacts', 'schoolFacts'] as const;

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

type Node = Record<(typeof FACTS)[number], readonly { readonly group: string }[] | null>;
interface Answer {
  readonly aidMatches: { readonly nodes: readonly Node[] } | null;
  readonly aidMatchCounts: readonly { readonly children: number }[] | null;
}
const officer: TestCaller = { ...callerAs('coordination-officer'), purpose: 'AID_MATCHING' };
const ask = async (caller: TestCaller, query: string) => {
  const { data, errors } = await agency.ask<Answer>(caller, `{ ${query} }`);
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
};
const LIST = `aidMatches(filter: { verdict: ELIGIBLE_AIDED }, first: 100) { nodes { ${FACTS.map((field) => `${field} { group }`).join(' ')} } }`;

test('those who match aid may read it, and nobody else', () => {
  const holders = testPersonas
    .filter(({ claims }) => claims.scope.split(' ').includes(RIGHT))
    .map(({ slug }) => slug);
  expect(holders.toSorted()).toEqual(MATCHERS);
});

test('for matching aid every agency says what it shows', async () => {
  const { data, codes } = await ask(officer, LIST);
  expect(codes).toEqual([]);
  const nodes = data.aidMatches?.nodes ?? [];
  for (const field of ['povertyFacts', 'welfareFacts', 'disabilityFacts'] as const)
    expect(nodes.some((node) => (node[field] ?? []).length > 0)).toBe(true);
});

test('an inspection sees the verdicts, and not by whose register', async () => {
  const { data, codes } = await ask(callerAs('inspection-officer'), LIST);
  const nodes = data.aidMatches?.nodes ?? [];
  expect(nodes.length).toBeGreaterThan(0);
  expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  for (const node of nodes) {
    expect(node).toMatchObject({ povertyFacts: null, welfareFacts: null, disabilityFacts: null });
    expect(node.schoolFacts).not.toBeNull();
  }
});

test('a restricted group is no fact of anybody', async () => {
  const told = await agency.rows<{ group: string }>(
    "select distinct fact ->> 'group' as group from aid_match, jsonb_array_elements(facts) fact",
  );
  const groups = told.map(({ group }) => group);
  expect(groups.length).toBeGreaterThan(2);
  expect(groups).not.toContain('SUPPORT_NEED');
  expect(groups).not.toContain('PARENT_IN_CUSTODY');
});

test('whom a group holds is asked of those who may read the register', async () => {
  const query = 'aidMatches(filter: { focusGroup: SUBSISTENCE_ALLOWANCE }) { nodes { programme } }';
  expect((await ask(officer, query)).codes).toEqual([]);
  const refused = await ask(withoutScope(officer, 'coordination.register-entry.read'), query);
  expect(refused).toEqual({ data: { aidMatches: null }, codes: ['FORBIDDEN'] });
});

test('a part of a division is not counted as the whole', async () => {
  const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: '520625101' }] };
  const school: TestCaller = { ...officer, jurisdiction: [{ kind: 'SCHOOL', code: '2152000001' }] };
  const count = (code: string) => `aidMatchCounts(division: "${code}") { children }`;
  expect((await ask(township, count('520625101'))).codes).toEqual([]);
  expect((await ask(officer, count('520625101'))).codes).toEqual([]);
  for (const caller of [township, school])
    expect(await ask(caller, count('520625'))).toEqual({
      data: { aidMatchCounts: null },
      codes: ['NOT_FOUND'],
    });
});
