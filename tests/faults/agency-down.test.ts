import { readFileSync } from 'node:fs';
import { agencyNames } from '../../subgraphs/index.js';
import { BROKEN_LINES } from '../support/agency-line.js';
import { callerAs, testCounty } from '../support/callers.js';
import { FIRST_TRIED, seamFields } from './entries.js';
import { startFaultWalk, type FaultWalk } from './fault-walk.js';
import { PICTURE, showsChild } from './seam-check.js';

let walk: FaultWalk;
beforeAll(async () => {
  walk = await startFaultWalk((edge) => FIRST_TRIED.includes(edge));
}, 60_000);
afterAll(() => walk?.close());

const WHO_LOOKED_AT = readFileSync('schema/operations/WhoLookedAt.graphql', 'utf8');

test('the supergraph has a seam field of every agency, and the saved queries ask for all of them', () => {
  expect(new Set(seamFields.values())).toEqual(new Set(agencyNames));
  const inPicture = [...PICTURE.matchAll(/^ {2}(\w+)/gm)];
  const inLogs = [...WHO_LOOKED_AT.matchAll(/^ {6}(accessesAt\w+) \{/gm)];
  const asked = new Set([...inPicture, ...inLogs].map(([, name]) => name));
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

test.each(agencyNames.filter((agency) => agency !== 'coordination'))(
  'with %s down, who looked at a child is told by all others, and by nobody in its place',
  async (agency) => {
    walk.hub.line(agency).state = 'REFUSED';
    try {
      const { data, errors } = await walk.hub.ask<{
        accessLogAtCoordination: { student: Record<string, unknown> };
      }>(callerAs('auditor'), WHO_LOOKED_AT, { id: testCounty.sampleStudentId });
      const logs = data.accessLogAtCoordination.student;
      const unknown = Object.keys(logs).filter((name) => logs[name] === null);
      expect(unknown.map((name) => seamFields.get(name))).toEqual([agency]);
      expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
        [['accessLogAtCoordination', 'student', ...unknown], 'AGENCY_UNAVAILABLE'],
      ]);
    } finally {
      walk.hub.line(agency).state = 'CONNECTED';
    }
  },
);

test('once the agency is back, its fields answer again', async () => {
  const [entry] = walk.entries;
  if (!entry) throw new Error('There is no entry.');
  walk.hub.line('poverty').state = 'REFUSED';
  await walk.ask(entry);
  walk.hub.line('poverty').state = 'CONNECTED';
  expect(await walk.ask(entry)).toMatchObject({ status: 200, errors: [], data: walk.healthy(entry) });
});
