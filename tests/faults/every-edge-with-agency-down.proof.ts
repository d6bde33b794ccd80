import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES } from '../support/agency-line.js';
import { unwalked } from './entries.js';
import { startFaultWalk, type FaultWalk } from './fault-walk.js';
import { showsChild } from './seam-check.js';

let walk: FaultWalk;
beforeAll(async () => {
  walk = await startFaultWalk(() => true);
}, 180_000);
afterAll(() => walk?.close());

test('every edge of the supergraph that leads to a child is walked, from every agency, and meets one', () => {
  expect(unwalked(walk.entries)).toEqual([]);
  expect(new Set(walk.entries.map(({ agency }) => agency))).toEqual(new Set(agencyNames));
  const idle = walk.entries.filter((entry) => !showsChild(walk.healthy(entry)));
  expect(idle.map(({ edge, selection }) => `${edge}: ${selection}`)).toEqual([]);
});

describe.each(agencyNames)('T17 with %s down', (agency) => {
  test.each(BROKEN_LINES)(
    '(%s) every edge keeps the other agencies and says what is unknown',
    async (state) => {
      expect(await walk.problemsWithout(agency, state)).toEqual([]);
    },
  );
});
