import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';
import { listenOnLoopback } from './loopback-server.js';

/** Where the page lives; of a native client on loopback the provider lets the port differ (RFC 8252, 7.3). */
export const PAGE = 'http://127.0.0.1:4000/explorer';
export const AUDIENCE = 'https://hub.example/graphql';
export const CLIENT_ID = 'explorer';

/** Somebody who can sign in: the name on the page, and what the access token says of the account. */
export interface Account {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Where it publishes its keys. */
  readonly keys: URL;
  close(): Promise<void>;
}

/**
 * A real OpenID provider with one public client, the explorer, and a login page of its own: the one that the
 * library offers for demonstrations loads fonts from elsewhere. Rights come from the account, not from what
 * the page asks for, as in an agency's directory.
 * @param accounts by the name that is typed into the login page; anybody else is let in without rights.
 */
export async function startIdentityProvider(
  accounts: Readonly<Record<string, Account>> = {},
): Promise<IdentityProvider> {
  const listening = await listenOnLoopback();
  const provider: Provider = new Provider(listening.origin, {
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: [PAGE],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    clientBasedCORS: () => true,
    issueRefreshToken: () => Promise.resolve(true),
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: accounts[sub]?.name }),
    }),
    // Everybody may use the hub's own page; nobody is asked for consent to it.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid');
      grant.addResourceScope(AUDIENCE, 'hub.schema.read');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    formats: {
      customizers: {
        jwt(_, token, jwt) {
          if (token.kind === 'AccessToken') Object.assign(jwt.payload, accounts[token.accountId]?.claims);
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'hub.schema.read',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
        }),
      },
    },
  });
  const answer = provider.callback();
  listening.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void (request.url?.startsWith('/login/')
      ? logIn(provider, request, response)
      : answer(request, response));
  });
  const { origin: issuer, close } = listening;
  return { issuer, keys: new URL('/jwks', issuer), close };
}

/** Shows the login form, and ends the login with the account that was typed in, or without one. */
async function logIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_FORM);
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get('login');
  const result = accountId ? { login: { accountId }, consent: {} } : { error: 'access_denied' };
  await provider.interactionFinished(request, response, result);
}

const LOGIN_FORM = `<!doctype html><title>Login</title><link rel="icon" href="data:,"><form method="post">
<input name="login" aria-label="Account"> <button>Log in</button></form>`;

/** Plays the browser: follows redirects with cookies, logs in or declines, and returns the page's address. */
export async function signInAtProvider(start: string, decline = false): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    if (address.startsWith(PAGE)) return new URL(address);
    const response = await fetch(address, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    form = undefined;
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    const location = response.headers.get('location');
    if (location) address = new URL(location, address).href;
    else if ((await response.text()).includes('name="login"'))
      form = new URLSearchParams({ login: decline ? '' : 'officer-1' });
    else throw new Error(`The provider answered HTTP ${response.status} without a form.`);
  }
  throw new Error('The provider never sent the browser back.');
}
