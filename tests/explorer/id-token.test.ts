import { createMemoryStorage } from '../../explorer/memory.storage.js';
import { beginSignIn, completeSignIn } from '../../explorer/oidc.js';
import { listenOnLoopback } from './support/loopback-server.js';
import type { LoopbackServer } from './support/loopback-server.js';

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const inFiveMinutes = () => Math.floor(Date.now() / 1000) + 300;

type TokenAnswer = { access_token?: string; id_token?: string };

let issuer: LoopbackServer;
let tokens: TokenAnswer;

/** An issuer that hands out whatever tokens the test prepared: no honest provider makes these mistakes. */
beforeEach(async () => {
  issuer = await listenOnLoopback((request, response) => {
    const { origin } = issuer;
    const discovery = {
      issuer: origin,
      authorization_endpoint: `${origin}/a`,
      token_endpoint: `${origin}/t`,
    };
    response.end(JSON.stringify(request.url === '/t' ? tokens : discovery));
  });
});
afterEach(() => issuer.close());

async function signInWith(change: Record<string, unknown>, answer: TokenAnswer = {}) {
  const client = {
    issuer: issuer.origin,
    clientId: 'explorer',
    redirectUri: 'http://127.0.0.1:4000/explorer',
  };
  const memory = createMemoryStorage();
  const { searchParams } = new URL(await beginSignIn(client, memory));
  const honest = {
    iss: issuer.origin,
    aud: 'explorer',
    exp: inFiveMinutes(),
    nonce: searchParams.get('nonce'),
    name: '测试账号',
  };
  const idToken = `${encoded({ alg: 'ES256' })}.${encoded({ ...honest, ...change })}.signature`;
  tokens = { access_token: 'access', id_token: idToken, ...answer };
  const callback = new URL(`${client.redirectUri}?code=c&state=${searchParams.get('state')}`);
  return completeSignIn(client, callback, memory);
}

describe('the ID token of a sign-in', () => {
  it('names the account when it is sound, and the token lives five minutes when nothing else is said', async () => {
    await expect(signInWith({})).resolves.toEqual({
      token: 'access',
      expiresIn: 300,
      refreshToken: undefined,
      name: '测试账号',
    });
  });

  it('may be meant for several pages when it was issued to this one', async () => {
    await expect(signInWith({ aud: ['explorer', 'portal'], azp: 'explorer' })).resolves.toBeDefined();
  });

  it.each([
    ['another issuer', { iss: 'https://other.example' }, 'meant for another page'],
    ['another page', { aud: 'portal' }, 'meant for another page'],
    ['no page', { aud: undefined }, 'meant for another page'],
    [
      'several pages, issued to another',
      { aud: ['explorer', 'portal'], azp: 'portal' },
      'meant for another page',
    ],
    ['a time long past', { exp: inFiveMinutes() - 400 }, 'has expired'],
    ['no time at all', { exp: undefined }, 'has expired'],
    ['another sign-in', { nonce: 'other' }, 'belongs to another sign-in'],
    ['no sign-in', { nonce: undefined }, 'belongs to another sign-in'],
  ])('is refused when it is for %s', async (_what, change, message) => {
    await expect(signInWith(change)).rejects.toThrow(message);
  });

  it('must be there', async () => {
    await expect(signInWith({}, { id_token: undefined })).rejects.toThrow('gave no ID token');
  });

  it('does not stand in for an access token', async () => {
    await expect(signInWith({}, { access_token: undefined })).rejects.toThrow('gave no access token');
  });
});
