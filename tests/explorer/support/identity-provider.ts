import Provider from 'oidc-provider';
import { listenOnLoopback } from './loopback-server.js';

/** Where the page lives in these tests; nothing listens there, the browser's last redirect is only read. */
export const PAGE = 'http://127.0.0.1:4000/explorer';
export const AUDIENCE = 'https://hub.example/graphql';

/** A real OpenID provider with one public client, the explorer, and its own login pages. */
export async function startIdentityProvider() {
  const listening = await listenOnLoopback();
  const provider = new Provider(listening.origin, {
    clients: [
      {
        client_id: 'explorer',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: [PAGE],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    clientBasedCORS: () => true,
    issueRefreshToken: () => Promise.resolve(true),
    scopes: ['openid', 'offline_access', 'hub.schema.read'],
    features: {
      devInteractions: { enabled: true },
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
  listening.server.on('request', provider.callback());
  return { issuer: listening.origin, close: listening.close };
}

/** Plays the browser: follows redirects with cookies, signs in, consents, and returns the page's address. */
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
    if (location) {
      address = new URL(location, address).href;
      continue;
    }
    const page = await response.text();
    if (decline) {
      address = `${address.replace(/\/$/, '')}/abort`;
    } else if (page.includes('name="login"')) {
      form = new URLSearchParams({ prompt: 'login', login: 'officer-1', password: 'any' });
    } else if (page.includes('value="consent"')) {
      form = new URLSearchParams({ prompt: 'consent' });
    } else {
      throw new Error(`The provider answered HTTP ${response.status} without a form.`);
    }
  }
  throw new Error('The provider never sent the browser back.');
}
