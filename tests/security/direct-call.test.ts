import { createSecretKey, randomUUID, type KeyObject } from 'node:crypto';
import type { SubgraphRequest } from '../../gateway/engine/transport.js';
import { agencyNames } from '../../subgraphs/index.js';
import { SIGNATURE_HEADER, signCall } from '../../subgraphs/_kit/trust/request-signature.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs, headersOf, testCounty } from '../support/callers.js';
import { countStatements } from '../support/count-statements.js';
import { testSettings } from '../support/test-settings.js';

const caller = callerAs('coordination-officer');
const { agencies: settings } = testSettings();
const agencies = new Map<string, TestAgency>();
beforeAll(async () => {
  for (const name of agencyNames) agencies.set(name, await startTestAgency(name));
});
afterAll(() => Promise.all([...agencies.values()].map((agency) => agency.close())));

function keyOf(agency: string): KeyObject {
  const key = settings[agency]?.signingKey;
  if (!key) throw new Error(`${agency} has no signing key.`);
  return key;
}

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A call as the gateway would send it, signed for the agency. */
async function genuine(agency: string, query = '{ __typename }', at = Date.now()): Promise<Sent> {
  const headers = await headersOf(caller);
  const requestId = randomUUID();
  const body = JSON.stringify({ query });
  const call: SubgraphRequest = {
    agency,
    method: 'POST',
    path: '/graphql',
    body,
    authorization: headers['authorization'] ?? '',
    purpose: caller.purpose,
    approval: undefined,
    requestId,
  };
  return {
    body,
    headers: { ...headers, 'x-request-id': requestId, [SIGNATURE_HEADER]: signCall(call, keyOf(agency), at) },
  };
}

async function send(agency: string, { headers, body }: Sent) {
  const url = agencies.get(agency)?.url;
  const response = await fetch(new URL('/graphql', url), { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

const other = (agency: string) => (agency === 'police' ? 'education' : 'police');
const without = ({ headers, body }: Sent, name: string): Sent => ({
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
});
const changed = ({ headers, body }: Sent, change: Record<string, string>): Sent => ({
  body,
  headers: { ...headers, ...change },
});

/** Whoever reaches an agency's port without the gateway. */
const FORGERIES: Record<string, (agency: string) => Promise<Sent>> = {
  'without a signature': async (agency) => without(await genuine(agency), SIGNATURE_HEADER),
  'with a signature of rubbish': async (agency) =>
    changed(await genuine(agency), { [SIGNATURE_HEADER]: `v1 ${Math.floor(Date.now() / 1000)} a b` }),
  'signed with a key of its own': async (agency) => {
    const sent = await genuine(agency);
    const own = createSecretKey('a-key-that-nobody-handed-out-to-anyone', 'utf8');
    const call = {
      agency,
      method: 'POST',
      path: '/graphql',
      body: sent.body,
      purpose: caller.purpose,
    } as const;
    const signature = signCall(
      {
        ...call,
        authorization: sent.headers['authorization'] ?? '',
        approval: undefined,
        requestId: sent.headers['x-request-id'] ?? '',
      },
      own,
      Date.now(),
    );
    return changed(sent, { [SIGNATURE_HEADER]: signature });
  },
  'signed more than a minute ago': (agency) => genuine(agency, undefined, Date.now() - 62_000),
  'signed for more than a minute ahead': (agency) => genuine(agency, undefined, Date.now() + 62_000),
  'signed for another agency': async (agency) => genuine(other(agency)),
  'with another body': async (agency) => ({
    ...(await genuine(agency)),
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  }),
  'with another token': async (agency) =>
    changed(await genuine(agency), await headersOf(callerAs('police-officer'))),
  'with another purpose': async (agency) => changed(await genuine(agency), { 'x-purpose': 'SUPERVISION' }),
  'with an approval that was not signed': async (agency) =>
    changed(await genuine(agency), { 'x-approval': 'ca-1' }),
  'under another request id': async (agency) =>
    changed(await genuine(agency), { 'x-request-id': randomUUID() }),
};

describe.each(agencyNames)('T1 %s reached without the gateway', (agency) => {
  test.each(Object.keys(FORGERIES))(
    'answers nothing to a call %s, and asks its database nothing',
    async (how) => {
      const sent = await FORGERIES[how]?.(agency);
      if (!sent) throw new Error(`There is no forgery "${how}".`);
      let answer: { status: number; text: string } | undefined;
      const statements = await countStatements(async () => {
        answer = await send(agency, sent);
      });
      expect(answer?.status).toBe(401);
      expect(JSON.parse(answer?.text ?? '')).toEqual({
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) }),
        ],
      });
      expect(statements).toBe(0);
    },
  );

  test('answers a genuine call once, and its repetition never', async () => {
    const sent = await genuine(agency);
    expect((await send(agency, sent)).status).toBe(200);
    expect((await send(agency, sent)).status).toBe(401);
  });

  test.each([
    ['_service', '{ _service { sdl } }'],
    [
      '_entities',
      `{ _entities(representations: [{ __typename: "Student", id: "${testCounty.sampleStudentId}" }]) { __typename } }`,
    ],
  ])('does not even answer %s to an unsigned call', async (_, query) => {
    const { status, text } = await send(agency, without(await genuine(agency, query), SIGNATURE_HEADER));
    expect(status).toBe(401);
    expect(text).not.toContain('data');
  });
});

test('a new key and the one before it are both accepted, until the old one is taken away', async () => {
  const { createSignatureVerifier } = await import('../../subgraphs/_kit/trust/request-signature.js');
  const [former, current] = [
    'the-key-of-last-year-with-enough-bytes',
    'the-key-of-this-year-with-enough-bytes',
  ].map((text) => createSecretKey(text, 'utf8'));
  if (!former || !current) throw new Error('Two keys are needed.');
  const call = {
    agency: 'police',
    method: 'POST',
    path: '/graphql',
    body: '{}',
    authorization: 'Bearer a.b.c',
    purpose: 'AUDIT',
    approval: undefined,
    requestId: 'request-1',
  } as const;
  const during = createSignatureVerifier([current, former]);
  expect(during.isGenuine(signCall(call, former, Date.now()), call)).toBe(true);
  expect(during.isGenuine(signCall(call, current, Date.now()), call)).toBe(true);
  expect(createSignatureVerifier([current]).isGenuine(signCall(call, former, Date.now()), call)).toBe(false);
});
