import { agencyNames } from '../../subgraphs/index.js';
import { callerAs, headersOf, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const QUERY = `{ student(id: "${testCounty.sampleStudentId}") { registerEntry { name } } }`;
const form = new URLSearchParams({ query: QUERY }).toString();
const boundary = 'part';
const multipart = [
  `--${boundary}`,
  'content-disposition: form-data; name="operations"',
  '',
  JSON.stringify({ query: QUERY }),
  `--${boundary}--`,
  '',
].join('\r\n');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

interface Simple {
  readonly method: string;
  readonly type?: string;
  readonly body?: string;
  readonly search?: string;
  readonly status: number;
}

/** What a page of another site can make a browser send without being asked first. */
const SIMPLE: Record<string, Simple> = {
  'an address': { method: 'GET', search: `?query=${encodeURIComponent(QUERY)}`, status: 405 },
  'the head of an address': { method: 'HEAD', search: `?query=${encodeURIComponent(QUERY)}`, status: 405 },
  'to be read': { method: 'GET', status: 405 },
  'a form': { method: 'POST', type: 'application/x-www-form-urlencoded', body: form, status: 415 },
  'a form for files': {
    method: 'POST',
    type: `multipart/form-data; boundary=${boundary}`,
    body: multipart,
    status: 415,
  },
  'plain text': { method: 'POST', type: 'text/plain', body: JSON.stringify({ query: QUERY }), status: 415 },
  'plain text that names JSON': {
    method: 'POST',
    type: 'text/plain; charset=application/json',
    body: JSON.stringify({ query: QUERY }),
    status: 415,
  },
  'a form that names JSON': {
    method: 'POST',
    type: 'application/x-www-form-urlencoded; application/json',
    body: JSON.stringify({ query: QUERY }),
    status: 415,
  },
};

const doors = ['gateway', ...agencyNames];
const urlOf = (door: string) => (door === 'gateway' ? hub.url : hub.agency(door).url);

describe('T12 requests that another site’s page makes a browser send', () => {
  describe.each(doors)('%s', (door) => {
    test.each(Object.keys(SIMPLE))('refuses %s, even with a token', async (kind) => {
      const { method, type, body, search = '', status } = SIMPLE[kind] ?? { method: 'GET', status: 0 };
      const { authorization, 'x-purpose': purpose } = await headersOf(officer);
      const response = await fetch(new URL(`/graphql${search}`, urlOf(door)), {
        method,
        headers: {
          authorization: authorization ?? '',
          'x-purpose': purpose ?? '',
          origin: 'https://elsewhere.example',
          ...(type !== undefined && { 'content-type': type }),
        },
        body,
      });
      // An agency knows its own address only as it stands.
      expect(response.status).toBe(search && door !== 'gateway' ? 404 : status);
      expect(await response.text()).not.toContain('"data"');
    });

    test('lets no other site ask first, and sets no cookie', async () => {
      const asked = await fetch(new URL('/graphql', urlOf(door)), {
        method: 'OPTIONS',
        headers: {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-purpose',
        },
      });
      expect(asked.status).toBe(405);
      const sent = await fetch(new URL('/graphql', urlOf(door)), {
        method: 'POST',
        headers: { ...(await headersOf(officer)), origin: 'https://elsewhere.example' },
        body: JSON.stringify({ query: QUERY }),
      });
      for (const { headers } of [asked, sent]) {
        const names = [...headers.keys()];
        expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
        expect(names).not.toContain('set-cookie');
      }
    });
  });

  test.each(['/kit/approvals', '/kit/scopes', '/kit/heads'])(
    'a form at %s is refused by every agency',
    async (path) => {
      for (const agency of agencyNames) {
        const response = await fetch(new URL(path, hub.agency(agency).url), {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'version=1',
        });
        expect({ agency, status: response.status }).toEqual({ agency, status: 415 });
        expect((await fetch(new URL(path, hub.agency(agency).url))).status).toBe(405);
      }
    },
  );

  test('the development hub hands no token to a form', async () => {
    const response = await fetch(new URL('/explorer/token', hub.url), {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ persona: 'coordination-officer' }),
    });
    expect(response.status).toBe(415);
  });

  test('what they were refused is answered when it is asked for as agreed', async () => {
    expect((await hub.ask(officer, QUERY)).errors).toEqual([]);
  });
});
