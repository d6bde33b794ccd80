import { randomUUID } from 'node:crypto';
import { agencyNames } from '../../subgraphs/index.js';
import { callerAs, headersOf } from '../support/callers.js';
import { countStatements } from '../support/count-statements.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { idOfNobody, idsAround, shuffled } from './support/enumeration.js';

const officer = callerAs('township-officer');
const MALFORMED = ['', 'a', 'A'.repeat(26), '990000201501010011', `${'a'.repeat(26)} `, '%'.repeat(26)];
/** As many as a planned call may ask about. */
const PER_CALL = 500;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function enumerate(agency: string, ids: readonly string[]) {
  const found: string[] = [];
  const refusals = new Set<string>();
  for (let from = 0; from < ids.length; from += PER_CALL) {
    const asked = ids.slice(from, from + PER_CALL);
    const { data, errors } = await hub.agency(agency).askForStudents<{ id: string }>(officer, asked, 'id');
    found.push(...data._entities.flatMap((child) => (child ? [child.id] : [])));
    for (const { path, message, extensions } of errors) {
      expect(data._entities[Number(path?.[1])]).toBeNull();
      refusals.add(JSON.stringify({ message, ...extensions, requestId: '' }));
    }
    expect(errors).toHaveLength(data._entities.filter((child) => child === null).length);
  }
  return { found, refusals: [...refusals] };
}

describe('T2 enumerating ids', () => {
  test.each(agencyNames)(
    'over _entities of %s a township’s officer finds the township’s children and one refusal for all others',
    async (agency) => {
      const { own, hidden, unknown } = await idsAround(hub.agency(agency), officer);
      expect(own.length).toBeGreaterThan(5);
      expect(hidden.length).toBeGreaterThan(own.length);
      const { found, refusals } = await enumerate(
        agency,
        shuffled([...own, ...hidden, ...unknown, ...MALFORMED]),
      );
      expect(found.toSorted()).toEqual(own.toSorted());
      expect(refusals).toEqual([expect.stringContaining('"code":"NOT_FOUND"')]);
    },
  );

  test.each(agencyNames)('a child out of reach costs %s as many statements as nobody', async (agency) => {
    const { hidden } = await idsAround(hub.agency(agency), officer);
    const cost = (ids: readonly string[]) =>
      countStatements(() => hub.agency(agency).askForStudents(officer, ids, 'id'));
    for (const count of [1, 20]) {
      const nobody = Array.from({ length: count }, idOfNobody);
      expect(await cost(hidden.slice(0, count))).toBe(await cost(nobody));
    }
  });

  test('more ids in one call than a plan asks about are refused', async () => {
    const { data, errors } = await hub
      .agency('education')
      .askForStudents(officer, Array.from({ length: 1001 }, idOfNobody), 'id');
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });

  test('over student(id) a child out of reach and nobody get the same bytes', async () => {
    const { own, hidden, unknown } = await idsAround(hub.agency('coordination'), officer);
    const requestId = randomUUID();
    const headers = { ...(await headersOf(officer)), 'x-request-id': requestId };
    async function ask(id: string): Promise<string> {
      const query =
        'query ($id: ID!) { student(id: $id) { id registerEntry { name } schooling { studentStatus { register { state } } } } }';
      const response = await fetch(new URL('/graphql', hub.url), {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables: { id } }),
      });
      const told = [...response.headers].filter(([name]) => name !== 'date');
      return JSON.stringify([response.status, told, await response.text()]);
    }
    const refusals = new Set<string>();
    for (const id of shuffled([...hidden.slice(0, 40), ...unknown.slice(0, 40), ...MALFORMED]))
      refusals.add(await ask(id));
    expect([...refusals]).toEqual([expect.stringContaining('NOT_FOUND')]);
    expect(await ask(own[0] ?? '')).toContain(own[0]);
  });
});
