import { decodeJwt } from 'jose';
import { jest } from '@jest/globals';
import { createMemoryStorage } from '../../explorer/memory.storage.js';
import { beginSignIn, completeSignIn, isSignInAnswer, renewSignIn } from '../../explorer/oidc.js';
import type { OidcClient } from '../../explorer/oidc.js';
import { AUDIENCE, PAGE, signInAtProvider, startIdentityProvider } from './support/identity-provider.js';

/** Where the secrets of an attempt wait in the browser's session storage. */
const MEMORY_KEY = 'student-support-hub.sign-in';

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let client: OidcClient;

beforeAll(async () => {
  // The provider warns about its own demonstration settings on the console.
  for (const method of ['warn', 'info'] as const) jest.spyOn(console, method).mockImplementation(() => {});
  provider = await startIdentityProvider();
  client = {
    issuer: provider.issuer,
    clientId: 'explorer',
    audience: AUDIENCE,
    scopes: ['hub.schema.read'],
    redirectUri: PAGE,
  };
});
afterAll(() => provider.close());

async function reachCallback(decline = false) {
  const memory = createMemoryStorage();
  const callback = await signInAtProvider(await beginSignIn(client, memory), decline);
  return { memory, callback };
}

describe('signing in with an identity provider', () => {
  it('sends the browser away with a code challenge and fresh secrets, never the verifier', async () => {
    const memory = createMemoryStorage();
    const first = new URL(await beginSignIn(client, memory)).searchParams;
    const { verifier } = JSON.parse(memory.getItem(MEMORY_KEY) ?? '{}') as { verifier: string };
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(first.get('response_type')).toBe('code');
    expect(first.get('code_challenge_method')).toBe('S256');
    expect(first.get('scope')).toBe('openid hub.schema.read');
    expect(first.get('resource')).toBe(AUDIENCE);
    expect(first.toString()).not.toContain(verifier);
    const second = new URL(await beginSignIn(client, memory)).searchParams;
    for (const secret of ['state', 'nonce', 'code_challenge']) {
      expect(second.get(secret)).not.toBe(first.get(secret));
      expect(second.get(secret)).toMatch(/^[\w-]{43}$/);
    }
  });

  it('ends with an access token for the hub, and forgets the secrets', async () => {
    const { memory, callback } = await reachCallback();
    expect(isSignInAnswer(callback)).toBe(true);
    const { token, expiresIn } = await completeSignIn(client, callback, memory);
    expect(decodeJwt(token)).toMatchObject({
      iss: provider.issuer,
      aud: AUDIENCE,
      sub: 'officer-1',
      scope: 'hub.schema.read',
    });
    expect(expiresIn).toBe(300);
    expect(memory.length).toBe(0);
  });

  it('renews the token without the reader', async () => {
    const { memory, callback } = await reachCallback();
    const first = await completeSignIn(client, callback, memory);
    const next = await renewSignIn(client, first.refreshToken ?? '');
    expect(decodeJwt(next.token).sub).toBe('officer-1');
    expect(next.token).not.toBe(first.token);
    expect(next.refreshToken).toBeDefined();
  });

  it('says that the provider refused, in the provider’s code', async () => {
    const { memory, callback } = await reachCallback(true);
    expect(isSignInAnswer(callback)).toBe(true);
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow(
      'The identity provider refused: access_denied.',
    );
  });

  it('does not repeat text that someone else wrote into the address', async () => {
    const { memory, callback } = await reachCallback(true);
    callback.searchParams.set('error', 'Call 12345 to unlock your account');
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow('refused: no reason.');
  });

  it('takes an answer once only', async () => {
    const { memory, callback } = await reachCallback();
    await completeSignIn(client, callback, memory);
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow('was not started here');
  });

  it('refuses a code from a sign-in that was started elsewhere', async () => {
    const { callback } = await reachCallback();
    const { memory } = await reachCallback();
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow('was not started here');
  });

  it('refuses an answer that names another issuer', async () => {
    const { memory, callback } = await reachCallback();
    callback.searchParams.set('iss', 'https://attacker.example');
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow('another identity provider');
  });

  it.each([
    ['nonce', 'belongs to another sign-in'],
    ['verifier', 'gave no token (HTTP 400)'],
  ])('refuses tokens when the %s is not the one it sent', async (secret, message) => {
    const { memory, callback } = await reachCallback();
    const attempt = JSON.parse(memory.getItem(MEMORY_KEY) ?? '{}') as Record<string, string>;
    memory.setItem(MEMORY_KEY, JSON.stringify({ ...attempt, [secret]: 'A'.repeat(43) }));
    await expect(completeSignIn(client, callback, memory)).rejects.toThrow(message);
  });

  it('refuses a provider whose own document names another issuer', async () => {
    const { memory, callback } = await reachCallback();
    const other = { ...client, issuer: `${client.issuer}/` };
    callback.searchParams.delete('iss');
    await expect(completeSignIn(other, callback, memory)).rejects.toThrow('names another issuer');
  });

  it('takes no other address for an answer', () => {
    expect(isSignInAnswer(new URL(PAGE))).toBe(false);
    expect(isSignInAnswer(new URL(`${PAGE}?code=x`))).toBe(false);
  });
});
