import { readFileSync } from 'node:fs';
import { callerAs, withoutScope, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const UNAIDED = readFileSync('schema/operations/UnaidedHouseholds.graphql', 'utf8');
const officer: TestCaller = { ...callerAs('poverty-officer'), purpose: 'AID_MATCHING' };

interface Node {
  readonly programme: string;
  readonly verdict: string;
  readonly conditionsUnknown: readonly string[];
  readonly student: {
    readonly id: string;
    readonly poverty: {
      readonly povertyHousehold: {
        readonly register: { readonly state: string };
        readonly current: { readonly code: string } | null;
      };
    } | null;
  };
}
interface Page {
  readonly aidMatches: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly Node[];
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.close());

const ask = (caller: TestCaller, variables: object) =>
  hub.ask<Page>(caller, UNAIDED, { division: '520625', ...variables });

async function everyNode(variables: object = {}): Promise<Node[]> {
  const found: Node[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(officer, { ...variables, after });
    expect(errors).toEqual([]);
    found.push(...data.aidMatches.nodes);
    const { hasNextPage, endCursor } = data.aidMatches.pageInfo;
    if (!hasNextPage) return found;
    after = endCursor;
  }
}

const householdOf = ({ student }: Node) => student.poverty?.povertyHousehold;

async function householdsByChild(): Promise<Map<string, Set<string>>> {
  const rows = await hub.agency('poverty').rows<{ id: string; code: string }>(
    `select household_code as code, scope.canonical_id as id from poverty_household_member member
     join (select distinct student_id, canonical_id from student_scope) scope using (student_id)`,
  );
  const byChild = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byChild].map(([id, own]) => [id, new Set(own.map(({ code }) => code))]));
}

const matchesOf = async (verdict: string) =>
  (
    await hub.agency('coordination').rows<{
      match: string;
    }>(`select student_id || ' ' || programme as match from aid_match where verdict = ?`, verdict)
  ).map(({ match }) => match);

const told = (nodes: readonly Node[]) => nodes.map(({ student, programme }) => `${student.id} ${programme}`);

test('every household with a child that is eligible and not aided is found, and no other', async () => {
  const nodes = await everyNode();
  expect(told(nodes).toSorted()).toEqual((await matchesOf('ELIGIBLE_NOT_AIDED')).toSorted());
  const known = await householdsByChild();
  for (const node of nodes) {
    const { register, current } = householdOf(node) ?? {};
    const own = known.get(node.student.id);
    expect([node.student.id, register?.state === 'FOUND']).toEqual([node.student.id, own !== undefined]);
    expect(current === null).toBe(own === undefined);
    if (current) expect(own).toContain(current.code);
  }
  const households = Map.groupBy(
    nodes.filter((node) => householdOf(node)?.current),
    (node) => householdOf(node)?.current?.code,
  );
  const isShared = [...households.values()].some(
    (own) => new Set(own.map(({ student }) => student.id)).size > 1,
  );
  expect([households.size > 5, isShared]).toEqual([true, true]);
});

test('of whom nobody knows whether it is eligible is told apart, with what is not known', async () => {
  const [unaided, unknown] = [await everyNode(), await everyNode({ verdict: 'UNKNOWN' })];
  expect(told(unknown).toSorted()).toEqual((await matchesOf('UNKNOWN')).toSorted());
  expect(unknown.length).toBeGreaterThan(0);
  expect(unknown.filter(({ conditionsUnknown }) => conditionsUnknown.length === 0)).toEqual([]);
  const both = new Set(told(unaided));
  expect(told(unknown).filter((match) => both.has(match))).toEqual([]);
});

test('while the poverty office is down the children stand, and of none is it said that it has no household', async () => {
  hub.line('poverty').state = 'REFUSED';
  try {
    const { data, errors } = await ask(officer, {});
    expect(data.aidMatches.nodes.length).toBeGreaterThan(0);
    expect(data.aidMatches.nodes.filter(({ student }) => student.poverty !== null)).toEqual([]);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['AGENCY_UNAVAILABLE']));
  } finally {
    hub.line('poverty').state = 'CONNECTED';
  }
});

test('where the households were never loaded, no child is said to be in none', async () => {
  const rename = (from: string, to: string) =>
    hub.agency('poverty').rows('update register set code = ? where code = ?', to, from);
  await rename('HOUSEHOLDS', 'ABSENT');
  try {
    const { data } = await ask(officer, {});
    const states = data.aidMatches.nodes.flatMap((node) => householdOf(node)?.register.state ?? []);
    expect(states).toHaveLength(data.aidMatches.nodes.length);
    expect(states).toContain('NOT_LOADED');
    expect(states).not.toContain('NO_RECORD');
  } finally {
    await rename('ABSENT', 'HOUSEHOLDS');
  }
});

test('who may not read the poverty register sees the matches and no household, and who may not read matches nothing', async () => {
  const { data, errors } = await ask(withoutScope(officer, 'poverty.record.read'), {});
  expect(data.aidMatches.nodes.length).toBeGreaterThan(0);
  expect(data.aidMatches.nodes.filter(({ student }) => student.poverty !== null)).toEqual([]);
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  const refused = await ask(withoutScope(officer, 'coordination.aid-match.read'), {});
  expect(refused.data.aidMatches).toBeNull();
});
