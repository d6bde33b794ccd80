import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES } from '../support/agency-line.js';
import { FIRST_TRIED, seamFields } from './entries.js';
import { startFaultWalk, type FaultWalk } from './fault-walk.js';
import { PICTURE, showsChild } from './seam-check.js';

let walk: FaultWalk;
beforeAll(async () => {
  walk = await startFaultWalk((edge) => FIRST_TRIED.includes(edge));
}, 60_000);
afterAll(() => walk?.close());

test('the supergraph has a seam field of every agency, and the picture asks for all of them', () => {
  expect(new Set(seamFields.values())).toEqual(new Set(agencyNames));
  const asked = new Set([...PICTURE.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name));
  expect([...seamFields.keys()].filter((name) => !asked.has(name))).toEqual([]);
});

test('all four ways in meet a child', () => {
  expect(walk.entries.map(({ edge }) => edge).toSorted()).toEqual(FIRST_TRIED.toSorted());
  expect(walk.entries.filter((entry) => !showsChild(walk.healthy(entry)))).toEqual([]);
});

describe.each(agencyNames)('T17 with %s down', (agency) => {
  test.each(BROKEN_LINES)(
    '(%s) every null has its error, nothing looks like none, all other data stays',
    async (state) => {
      expect(await walk.problemsWithout(agency, state)).toEqual([]);
    },
  );
});

test('once the agency is back, its fields answer again', async () => {
  const [entry] = walk.entries;
  if (!entry) throw new Error('There is no entry.');
  walk.hub.line('poverty').state = 'REFUSED';
  await walk.ask(entry);
  walk.hub.line('poverty').state = 'CONNECTED';
  expect(await walk.ask(entry)).toMatchObject({ status: 200, errors: [], data: walk.healthy(entry) });
});
