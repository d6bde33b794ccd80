import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES, type LineState } from '../support/agency-line.js';
import { callerAs } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { listEntries, type Entry } from './entries.js';
import { brokenPromises, PICTURE, type Json } from './seam-check.js';

const officer = callerAs('coordination-officer');
const healthy = new Map<string, Json>();
let hub: TestHub;

const ask = (entry: Entry) => hub.ask<Json>(officer, `${entry.operation} ${PICTURE}`, entry.variables);

beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 2000, breaker: { failures: Number.MAX_SAFE_INTEGER } });
  for (const entry of listEntries) {
    const answer = await ask(entry);
    expect({ root: entry.root, errors: answer.errors }).toEqual({ root: entry.root, errors: [] });
    healthy.set(entry.root, answer.data);
  }
}, 120_000);

afterAll(() => hub.close());

test('every agency has a list that leads to children', () => {
  expect(new Set(listEntries.map(({ agency }) => agency))).toEqual(new Set(agencyNames));
});

describe.each(agencyNames)('with %s down', (agency) => {
  test.each(BROKEN_LINES)(
    '(%s) every list keeps the other agencies and says what is unknown',
    async (state: LineState) => {
      hub.line(agency).state = state;
      try {
        const answers = await Promise.all(
          listEntries.map(async (entry) => ({ entry, answer: await ask(entry) })),
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
