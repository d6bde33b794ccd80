import { jest } from '@jest/globals';
import { createTokenVerifier, type TokenVerifier } from '../../subgraphs/_kit/trust/access-token.js';
import { startIdentityProvider, type IdentityProvider } from '../processes/support/identity-provider.js';
import { startTestAgency } from '../support/agency.js';
import { callerAs } from '../support/callers.js';
import { testPersonas } from '../support/callers.js';
import { signed, type Forgery } from './forged-tokens.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let identity: IdentityProvider;
let now: number;
let verifier: TokenVerifier;
// The provider warns about its own demonstration settings on the console.
beforeAll(() => void jest.spyOn(console, 'warn').mockImplementation(() => {}));
beforeEach(async () => {
  identity = await startIdentityProvider();
  now = Date.now();
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: keys } = identity.settings;
  verifier = createTokenVerifier({ issuer, audience, keys: new URL(keys) }, () => now);
});
afterEach(() => identity.close());

const { agency, role, scope, jurisdiction } = testPersonas[0]?.claims ?? {};

/** A new token each time, so that none is remembered; of the key that signs now, or of one before it. */
async function verify(key = identity.key, change: Parameters<typeof signed>[1] = {}): Promise<string> {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = identity.settings;
  const claims = { sub: 'officer-1', agency, role, scope, jurisdiction };
  const forgery: Forgery = { key, issuer, audience, claims };
  return verifier.verify(`Bearer ${await signed(forgery, change)}`).then(
    () => 'ACCEPTED',
    (cause: unknown) => (cause as object).constructor.name,
  );
}

test('the keys are asked for once, and not again for each token', async () => {
  expect(await Promise.all(Array.from({ length: 20 }, () => verify()))).toEqual(Array(20).fill('ACCEPTED'));
  expect(identity.keyRequests).toBe(1);
});

test('a new key is accepted without a restart, and the one before it as long as it is published', async () => {
  const former = identity.key;
  expect(await verify(former)).toBe('ACCEPTED');
  await identity.rotate(false);
  now += 5 * SECOND;
  expect(await verify()).toBe('ACCEPTED');
  expect(await verify(former)).toBe('ACCEPTED');
});

test('a withdrawn key is refused a minute later at the latest', async () => {
  const former = identity.key;
  expect(await verify(former)).toBe('ACCEPTED');
  await identity.rotate(true);
  now += MINUTE;
  expect(await verify(former)).toBe('InvalidTokenError');
  expect(await verify()).toBe('ACCEPTED');
});

test('tokens that name unknown keys make nobody ask the provider again and again', async () => {
  expect(await verify()).toBe('ACCEPTED');
  now += 5 * SECOND;
  const unknown = Array.from({ length: 200 }, (_, index) =>
    verify(identity.key, { header: { kid: `k${index}` } }),
  );
  expect(new Set(await Promise.all(unknown))).toEqual(new Set(['InvalidTokenError']));
  expect(identity.keyRequests).toBe(2);
});

test('while the provider is away its keys go on for an hour, and then no token is called bad for it', async () => {
  expect(await verify()).toBe('ACCEPTED');
  identity.isDown = true;
  now += 50 * MINUTE;
  expect(await verify()).toBe('ACCEPTED');
  now += 10 * MINUTE;
  expect(await verify()).toBe('IssuerUnavailableError');
  identity.isDown = false;
  now += 5 * SECOND;
  expect(await verify()).toBe('ACCEPTED');
});

test('without any key yet, an agency says that tokens cannot be checked', async () => {
  identity.isDown = true;
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: keys } = identity.settings;
  const labour = await startTestAgency('labour', { tokenIssuer: { issuer, audience, keys: new URL(keys) } });
  try {
    const { status, errors } = await labour.ask(callerAs('labour-inspector'), '{ __typename }');
    expect({ status, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
      status: 503,
      codes: ['IDENTITY_UNAVAILABLE'],
    });
  } finally {
    await labour.close();
  }
});
