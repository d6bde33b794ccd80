import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { signWith } from '../../cli/processes/gateway-process.js';
import { serviceAccountToken } from '../../cli/processes/service-account.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createServiceClient } from '../../subgraphs/_kit/trust/service-client.js';
import { startIdentityProvider, type IdentityProvider } from '../processes/support/identity-provider.js';
import { callerAs, testCounty, testPersonas } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { nextVersion } from '../support/service.js';
import { testDataDir } from '../support/test-server.js';
import { testSettings } from '../support/test-settings.js';
import { ATTACKS, signed, type Forgery } from './forged-tokens.js';

const AGENCY = 'labour';
const persona = testPersonas.find(({ slug }) => slug === 'coordination-officer');
const purpose = callerAs('coordination-officer').purpose;

let identity: IdentityProvider;
let hub: TestHub;
let forgery: Forgery;
beforeAll(async () => {
  // The provider warns about its own demonstration settings on the console.
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  identity = await startIdentityProvider();
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: keys } = identity.settings;
  hub = await startTestHub({ tokenIssuer: { issuer, audience, keys: new URL(keys) } });
  const { sub, agency, role, scope, jurisdiction } = persona?.claims ?? {};
  const claims = { sub, agency, role, scope, jurisdiction, client_class: 'EXPLORER' };
  forgery = { key: identity.key, issuer, audience, claims };
});
afterAll(async () => {
  await hub.close();
  await identity.close();
});

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** Several values go as several headers, which `fetch` would join. */
function post(url: URL, headers: Record<string, string | readonly string[]>, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL('/graphql', url), { method: 'POST' }, (response) => {
      void json(response).then((parsed) => resolve({ status: response.statusCode, body: parsed }), reject);
    });
    for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value);
    sent.on('error', reject).end(body);
  });
}

const body = JSON.stringify({
  query: `{ student(id: "${testCounty.sampleStudentId}") { labour { childLabourCases { register { state } } } } }`,
});
const entity = JSON.stringify({
  query: `{ _entities(representations: [{ __typename: "Student", id: "${testCounty.sampleStudentId}" }]) {
    ... on Student { labour { childLabourCases { register { state } } } } } }`,
});
const common = { 'content-type': 'application/json', 'x-purpose': purpose };

const askGateway = (authorization: string | readonly string[]) =>
  post(hub.url, { ...common, authorization }, body);

/** As one who holds the gateway's key, so that nothing but the token can be refused. */
function askAgency(authorization: string | readonly string[]): Promise<Answer> {
  const requestId = randomUUID();
  const signature = signWith(testSettings())({
    method: 'POST',
    path: '/graphql',
    body: entity,
    agency: AGENCY,
    authorization: typeof authorization === 'string' ? authorization : (authorization[0] ?? ''),
    purpose,
    approval: undefined,
    requestId,
  });
  const headers = { ...common, ...signature, authorization, 'x-request-id': requestId };
  return post(hub.agency(AGENCY).url, headers, entity);
}

const answered = (name: string) => ({ labour: { childLabourCases: { register: { state: name } } } });

test('a token that the provider issued is accepted at the gateway and at the agency, and so is one made as it makes them', async () => {
  if (!persona) throw new Error('There is no coordination officer.');
  for (const token of [await identity.tokenFor(persona.claims), await signed(forgery)]) {
    const state = expect.stringMatching(/^(FOUND|NO_RECORD|OUT_OF_COVERAGE)$/) as string;
    expect(await askGateway(`Bearer ${token}`)).toEqual({
      status: 200,
      body: { data: { student: answered(state) } },
    });
    expect(await askAgency(`Bearer ${token}`)).toEqual({
      status: 200,
      body: { data: { _entities: [answered(state)] } },
    });
  }
});

test.each(Object.keys(ATTACKS))('T11 a token %s is refused at the gateway and at the agency', async (how) => {
  const authorization = await ATTACKS[how]?.(forgery);
  if (authorization === undefined) throw new Error(`There is no attack "${how}".`);
  const refused = {
    status: 401,
    body: {
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })],
    },
  };
  expect(await askGateway(authorization)).toEqual(refused);
  expect(await askAgency(authorization)).toEqual(refused);
});

test('a token too long for HTTP ends the request before anything reads it', async () => {
  const token = await signed(forgery, { claims: { padding: 'a'.repeat(60_000) } });
  for (const url of [hub.url, hub.agency(AGENCY).url]) {
    const { status } = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { ...common, authorization: `Bearer ${token}` },
      body,
    });
    expect(status).toBe(431);
  }
});

test('a claim that stands twice reads alike at both: the last one counts', async () => {
  // The issuer alone can make such a token; gateway and agency must at least agree on what it says.
  const [header = '', payload = ''] = (await signed(forgery)).split('.');
  const twice = Buffer.from(payload, 'base64url').toString().replace(/}$/, ',"scope":"hub.schema.read"}');
  const text = `${header}.${Buffer.from(twice).toString('base64url')}`;
  const { subtle } = crypto;
  const mac = await subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    forgery.key.privateKey as CryptoKey,
    Buffer.from(text),
  );
  const authorization = `Bearer ${text}.${Buffer.from(mac).toString('base64url')}`;
  const forbidden = expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) });
  expect(await askGateway(authorization)).toMatchObject({ status: 200, body: { errors: [forbidden] } });
  expect(await askAgency(authorization)).toMatchObject({
    status: 200,
    body: { data: { _entities: [{ labour: null }] }, errors: [forbidden] },
  });
});

describe("the hub's service account at the provider", () => {
  const clientOf = (change: Partial<IdentityProvider['settings']> = {}) => {
    const settings = loadSettings(
      { HUB_DATA_DIR: testDataDir(), ...identity.settings, ...change },
      agencyNames,
    );
    const accessToken = serviceAccountToken(settings, undefined, 'coordination');
    const key = testSettings().serviceKey;
    if (!accessToken || !key) throw new Error('There is no service account.');
    return createServiceClient({ key, accessToken });
  };
  const tell = async (client: ReturnType<typeof clientOf>, agency: string) => {
    const { url } = hub.agency(agency);
    const call = { url, agency, path: '/kit/approvals', body: { version: nextVersion() } } as const;
    return client.postToAgency(call).catch((cause: unknown) => String(cause));
  };

  test('gets a token by its client credentials with which every agency hears it', async () => {
    const client = clientOf();
    for (const agency of agencyNames)
      expect(await tell(client, agency)).toEqual({ version: expect.any(Number) });
  });

  test('is not heard with a wrong secret', async () => {
    expect(await tell(clientOf({ OIDC_CLIENT_SECRET: 'another-secret-of-nobody' }), AGENCY)).toContain(
      'refused the service account',
    );
  });

  test("is heard by its own right alone: an officer's token opens no service path", async () => {
    if (!persona || !testSettings().serviceKey) throw new Error('There is no persona.');
    const token = await identity.tokenFor(persona.claims);
    const key = testSettings().serviceKey;
    if (!key) throw new Error('There is no service key.');
    const client = createServiceClient({ key, accessToken: () => Promise.resolve(token) });
    expect(await tell(client, AGENCY)).toContain('answered 403');
  });
});
