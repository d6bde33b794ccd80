import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES, type LineState } from '../support/agency-line.js';
import { callerAs, testCounty } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { keyEntries, seamFields, type Entry } from './entries.js';
import { brokenPromises, PICTURE, type Json } from './seam-check.js';

const officer = callerAs('coordination-officer');
let hub: TestHub;
let entries: readonly Entry[];
const healthy = new Map<string, Json>();

const ask = (entry: Entry): Promise<GraphqlAnswer<Json>> =>
  hub.ask(officer, `${entry.operation} ${PICTURE}`, entry.variables);

beforeAll(async () => {
  // Breakers that never open, so that every single failure reaches the seal; they have tests of their own.
  hub = await startTestHub({ subgraphTimeoutMs: 2000, breaker: { failures: Number.MAX_SAFE_INTEGER } });
  const studentId = testCounty.sampleStudentId ?? '';
  const home = await hub.ask<{ student: { household: { household: { current: { id: string } } } } }>(
    officer,
    'query ($id: ID!) { student(id: $id) { household { household { current { id } } } } }',
    { id: studentId },
  );
  entries = keyEntries({
    studentId,
    schoolCode: testCounty.places?.school ?? '',
    householdId: home.data.student.household.household.current.id,
  });
  for (const entry of entries) {
    const answer = await ask(entry);
    expect({ root: entry.root, errors: answer.errors }).toEqual({ root: entry.root, errors: [] });
    healthy.set(entry.root, answer.data);
  }
}, 60_000);

afterAll(() => hub.close());

test('the supergraph has a seam field of every agency', () => {
  expect(new Set(seamFields.values())).toEqual(new Set(agencyNames));
});

describe.each(agencyNames)('with %s down', (agency) => {
  test.each(BROKEN_LINES)(
    '(%s) every null has its error, nothing looks like none, all other data stays',
    async (state: LineState) => {
      hub.line(agency).state = state;
      try {
        // Side by side, so that a hanging agency costs its timeout once.
        const answers = await Promise.all(
          entries.map(async (entry) => ({ entry, answer: await ask(entry) })),
        );
        const problems = answers.flatMap(({ entry, answer }) =>
          brokenPromises(entry, agency, answer, healthy.get(entry.root)).map(
            (problem) => `${entry.root}: ${problem}`,
          ),
        );
        expect(problems).toEqual([]);
      } finally {
        hub.line(agency).state = 'CONNECTED';
      }
    },
  );
});

test('once the agency is back, its fields answer again', async () => {
  const [entry] = entries;
  if (!entry) throw new Error('There is no entry.');
  hub.line('poverty').state = 'REFUSED';
  await ask(entry);
  hub.line('poverty').state = 'CONNECTED';
  expect(await ask(entry)).toMatchObject({ status: 200, errors: [], data: healthy.get(entry.root) });
});
