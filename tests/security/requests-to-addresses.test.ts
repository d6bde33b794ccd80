import { createServer } from 'node:http';
import { readKnownKeys } from '../access/known-keys.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { headersOf } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { everything, supergraph, whoMaySay } from './support/officers.js';
import { textArgumentsOf, type TextArgument } from './support/text-arguments.js';

let hub: TestHub;
let places: readonly TextArgument[];
/** Whoever follows an address that a client gave gets here, and leaves its path. */
const listener = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end('{}');
});
const visits: string[] = [];
let address: URL;
beforeAll(async () => {
  hub = await startTestHub();
  places = textArgumentsOf(supergraph, (await readKnownKeys(hub, everything)).literals);
  address = await listen(listener, '127.0.0.1', 0);
});
afterAll(async () => {
  await hub.close();
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
});

describe('T13 addresses that clients give', () => {
  test('a visit would be seen', async () => {
    await fetch(new URL('/control', address));
    expect(visits.splice(0)).toEqual(['/control']);
  });

  test('are followed at no argument of text', async () => {
    expect(places.length).toBeGreaterThan(100);
    for (const [index, place] of places.entries()) {
      const text = new URL(`/${index}`, address).href;
      const { status } = await hub.ask(whoMaySay(place), place.operation, {
        text,
        key: `address-${index}-of-nobody`,
      });
      expect({ place: place.coordinate, status }).toEqual({ place: place.coordinate, status: 200 });
    }
    expect(visits).toEqual([]);
  });

  test.each([
    'host',
    'origin',
    'referer',
    'forwarded',
    'x-forwarded-host',
    'x-original-url',
    'x-rewrite-url',
    'x-approval',
    'x-hub-signature',
  ])('are not followed in the header %s', async (name) => {
    await fetch(new URL('/graphql', hub.url), {
      method: 'POST',
      headers: { ...(await headersOf(everything)), [name]: address.href },
      body: JSON.stringify({ query: '{ students(first: 1) { nodes { id } } }' }),
    });
    expect(visits).toEqual([]);
  });
});
