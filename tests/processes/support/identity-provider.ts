import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { PersonaClaims } from '../../../gateway/persona.js';
import { listenOnLoopback } from '../../explorer/support/loopback-server.js';

const CLIENT = { client_id: 'case-portal', client_secret: 'a-secret-of-the-tests' };
/** The account under which the hub's own parts call each other. */
const SERVICE_CLIENT = { client_id: 'hub-service', client_secret: 'a-secret-of-the-service-account' };
const AUDIENCE = 'student-support-hub';
const isService = (client: { readonly clientId: string } | undefined) =>
  client?.clientId === SERVICE_CLIENT.client_id;

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
  /** Signs in at the provider's token endpoint, as somebody with these claims. */
  tokenFor(claims: PersonaClaims): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider, apart from the hub, that issues RFC 9068 access tokens with the hub's claims. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const listening = await listenOnLoopback();
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  let signedIn: PersonaClaims | undefined;
  const provider = new Provider(listening.origin, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
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
          scope: isService(client) ? 'hub.service' : (signedIn?.scope ?? ''),
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { ClientCredentials: 600 },
    extraTokenClaims: (_context, { client }) =>
      isService(client)
        ? { agency: 'coordination', role: 'service', jurisdiction: [], client_class: 'PORTAL' }
        : {
            agency: signedIn?.agency,
            role: signedIn?.role,
            jurisdiction: signedIn?.jurisdiction,
            client_class: 'EXPLORER',
          },
  });
  listening.server.on('request', provider.callback());
  return {
    settings: {
      OIDC_ISSUER: listening.origin,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_JWKS_URL: `${listening.origin}/jwks`,
      OIDC_TOKEN_URL: `${listening.origin}/token`,
      OIDC_CLIENT_ID: SERVICE_CLIENT.client_id,
      OIDC_CLIENT_SECRET: SERVICE_CLIENT.client_secret,
    },
    async tokenFor(claims) {
      signedIn = claims;
      const response = await fetch(`${listening.origin}/token`, {
        method: 'POST',
        body: new URLSearchParams({ ...CLIENT, grant_type: 'client_credentials', scope: claims.scope }),
      });
      const { access_token: token } = (await response.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`The provider refused, HTTP ${response.status}.`);
      return token;
    },
    close: listening.close,
  };
}
