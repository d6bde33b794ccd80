import { calculateJwkThumbprint, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import Provider from 'oidc-provider';
import type { PersonaClaims } from '../../../gateway/persona.js';
import { listenOnLoopback } from '../../explorer/support/loopback-server.js';

const CLIENT = { client_id: 'case-portal', client_secret: 'a-secret-of-the-tests' };
/** The account under which the hub's own parts call each other. */
const SERVICE_CLIENT = { client_id: 'hub-service', client_secret: 'a-secret-of-the-service-account' };
const AUDIENCE = 'student-support-hub';
const isService = (client: { readonly clientId: string } | undefined) =>
  client?.clientId === SERVICE_CLIENT.client_id;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export interface IdentityProvider {
  /** What operators write into `.env`. */
  readonly settings: Readonly<
    Record<
      | 'OIDC_ISSUER'
      | 'OIDC_AUDIENCE'
      | 'OIDC_JWKS_URL'
      | 'OIDC_TOKEN_URL'
      | 'OIDC_CLIENT_ID'
      | 'OIDC_CLIENT_SECRET',
      string
    >
  >;
  /** The key that signs at the moment: what a forger would need, and what one who knows the public half has. */
  readonly key: SigningKey;
  /** How often its keys were asked for. */
  readonly keyRequests: number;
  /** From now on every connection is cut. */
  isDown: boolean;
  /** Signs with a new key from now on; @param isWithdrawn whether the one before it is published no more */
  rotate(isWithdrawn: boolean): Promise<void>;
  /** Signs in at the provider's token endpoint, as somebody with these claims. */
  tokenFor(claims: PersonaClaims): Promise<string>;
  close(): Promise<void>;
}

async function makeKey(): Promise<SigningKey & { readonly privateJwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const described = { kid, alg: 'ES256', use: 'sig' };
  return {
    kid,
    privateKey,
    publicJwk: { ...publicJwk, ...described },
    privateJwk: { ...(await exportJWK(privateKey)), ...described },
  };
}

/** A real OpenID provider, apart from the hub, that issues RFC 9068 access tokens with the hub's claims. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const listening = await listenOnLoopback();
  const { origin } = listening;
  let signedIn: PersonaClaims | undefined;
  let keys = [await makeKey()];
  const answerWith = (published: readonly JWK[]) =>
    createProvider(origin, published, () => signedIn).callback();
  let answer = answerWith(keys.map(({ privateJwk }) => privateJwk));
  listening.server.on('request', (request, response) => {
    if (identity.isDown) return void request.socket.destroy();
    if (request.url === '/jwks') keyRequests += 1;
    void answer(request, response);
  });
  let keyRequests = 0;
  const identity: IdentityProvider = {
    settings: {
      OIDC_ISSUER: origin,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_JWKS_URL: `${origin}/jwks`,
      OIDC_TOKEN_URL: `${origin}/token`,
      OIDC_CLIENT_ID: SERVICE_CLIENT.client_id,
      OIDC_CLIENT_SECRET: SERVICE_CLIENT.client_secret,
    },
    isDown: false,
    get key() {
      const [key] = keys;
      if (!key) throw new Error('The provider has no key.');
      return key;
    },
    get keyRequests() {
      return keyRequests;
    },
    async rotate(isWithdrawn) {
      keys = [await makeKey(), ...(isWithdrawn ? [] : keys)];
      answer = answerWith(keys.map(({ privateJwk }) => privateJwk));
    },
    async tokenFor(claims) {
      signedIn = claims;
      const response = await fetch(`${origin}/token`, {
        method: 'POST',
        body: new URLSearchParams({ ...CLIENT, grant_type: 'client_credentials', scope: claims.scope }),
      });
      const { access_token: token } = (await response.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`The provider refused, HTTP ${response.status}.`);
      return token;
    },
    close: listening.close,
  };
  return identity;
}

function createProvider(
  origin: string,
  keys: readonly JWK[],
  signedIn: () => PersonaClaims | undefined,
): Provider {
  return new Provider(origin, {
    jwks: { keys: [...keys] as [] },
    clients: [
      {
        ...CLIENT,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
      {
        ...SERVICE_CLIENT,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${AUDIENCE}`,
        getResourceServerInfo: (_context, _resource, client) => ({
          scope: isService(client) ? 'hub.service hub.coordinate' : (signedIn()?.scope ?? ''),
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { ClientCredentials: 600 },
    extraTokenClaims: (_context, { client }) => {
      if (isService(client))
        return { agency: 'coordination', role: 'service', jurisdiction: [], client_class: 'PORTAL' };
      const { agency, role, jurisdiction } = signedIn() ?? {};
      return { agency, role, jurisdiction, client_class: 'EXPLORER' };
    },
  });
}
