import { agencyNames } from '../../subgraphs/index.js';
import { callersAcross, LOCAL_PERSONAS, reachedIdsSql } from '../support/areas.js';
import { callerAs, testCounty, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const REQUESTS = 300;
const CONNECTIONS = 2;
const AREAS_PER_PERSONA = 9;
const COUNTY_OFFICERS = ['bureau-officer', 'police-officer', 'labour-inspector', 'coordination-officer'];

const CHILD = `id registerEntry { name birthDate } schooling { studentStatus { register { state } } }
  household { residentRegistration { register { state } } } welfare { subsistenceAllowance { register { state } } }
  disability { certificate { register { state } } } labour { childLabourCases { register { state } } }
  poverty { povertyHousehold { register { state } } } casework { register { state } }`;
const LIST = `{ students(first: 3) { totalCount nodes { ${CHILD} } } }`;
const SAMPLE = `{ student(id: "${testCounty.sampleStudentId}") { ${CHILD} } }`;

interface Shown {
  readonly students?: { readonly nodes: readonly { readonly id: string }[] };
  readonly student?: { readonly id: string } | null;
}

let hub: TestHub;
let callers: readonly TestCaller[];
/** What each caller gets when nobody else asks, and how many calls to agencies that takes. */
const alone = new Map<string, { readonly answer: string; readonly calls: number }>();

const callsSoFar = () => agencyNames.reduce((sum, name) => sum + hub.line(name).calls, 0);
const keyOf = ({ slug }: TestCaller, query: string) => `${slug} ${query === LIST ? 'list' : 'child'}`;

async function ask(caller: TestCaller, query: string) {
  const { status, data, errors } = await hub.ask<Shown>(caller, query);
  expect(status).toBe(200);
  const refused = errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).toSorted();
  return { data, answer: JSON.stringify({ data, refused }) };
}

beforeAll(async () => {
  // Few connections per agency, so that requests queue for them; nothing may end because the machine is busy.
  hub = await startTestHub(
    { subgraphTimeoutMs: 60_000, limits: { requestMs: 60_000 } },
    { poolSize: CONNECTIONS },
  );
  const across = LOCAL_PERSONAS.map((slug) =>
    callersAcross(hub.agency('coordination'), slug, AREAS_PER_PERSONA),
  );
  callers = [...(await Promise.all(across)).flat(), ...COUNTY_OFFICERS.map(callerAs)];
  for (const caller of callers) {
    for (const query of [LIST, SAMPLE]) {
      const before = callsSoFar();
      const { answer } = await ask(caller, query);
      alone.set(keyOf(caller, query), { answer, calls: callsSoFar() - before });
    }
  }
}, 120_000);
afterAll(() => hub.close());

test('the callers differ in what they get, or mixing them up would show nothing', () => {
  expect(callers.length).toBeGreaterThan(30);
  const answers = callers.map((caller) => alone.get(keyOf(caller, LIST))?.answer);
  expect(new Set(answers).size).toBeGreaterThan(25);
  expect(new Set(callers.map((caller) => alone.get(keyOf(caller, SAMPLE))?.answer)).size).toBeGreaterThan(4);
});

test('hundreds of requests with the same words at once: each caller gets its own answer, and no call is shared', async () => {
  const requests = Array.from({ length: REQUESTS / callers.length + 1 }, (_, round) =>
    callers.map((caller) => ({ caller, query: round % 2 === 0 ? LIST : SAMPLE })),
  )
    .flat()
    .slice(0, REQUESTS);
  const before = callsSoFar();
  const answered = await Promise.all(
    requests.map(async ({ caller, query }) => ({ caller, query, ...(await ask(caller, query)) })),
  );
  expect(answered).toHaveLength(REQUESTS);
  const aloneOf = ({ caller, query }: (typeof requests)[number]) => alone.get(keyOf(caller, query));
  const strange = answered.filter((each) => each.answer !== aloneOf(each)?.answer);
  expect(strange.map(({ caller, answer }) => `${caller.slug} got ${answer}`)).toEqual([]);

  expect(hub.line('coordination').mostAtOnce).toBeGreaterThan(20);
  expect(callsSoFar() - before).toBe(requests.reduce((sum, each) => sum + (aloneOf(each)?.calls ?? NaN), 0));

  for (const name of agencyNames) {
    const [open] = await hub.agency(name).rows<{ count: number }>(
      // Named connections are not the requests': the access log's, and those that look for approvals.
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = ''",
    );
    expect({ name, connections: open?.count }).toEqual({ name, connections: CONNECTIONS });
  }

  // Told apart from what the hub itself says: by the stored places.
  const reach = new Map<string, Set<string>>();
  for (const caller of callers) {
    const rows = await hub.agency('coordination').rows<{ id: string }>(reachedIdsSql(caller));
    reach.set(caller.slug, new Set(rows.map(({ id }) => id)));
  }
  const leaks = answered.flatMap(({ caller, data }) =>
    [...(data.students?.nodes ?? []), ...(data.student ? [data.student] : [])].filter(
      ({ id }) => !reach.get(caller.slug)?.has(id),
    ),
  );
  expect(leaks).toEqual([]);
}, 120_000);

test('the same question of one caller, asked many times at once, is answered anew each time', async () => {
  const officer = callerAs('coordination-officer');
  const before = agencyNames.map((name) => hub.line(name).calls);
  await Promise.all(Array.from({ length: 40 }, () => ask(officer, LIST)));
  expect(agencyNames.map((name, index) => hub.line(name).calls - (before[index] ?? 0))).toEqual(
    agencyNames.map(() => 40),
  );
});
