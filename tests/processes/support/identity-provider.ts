import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { PersonaClaims } from '../../../gateway/persona.js';
import { listenOnLoopback } from '../../explorer/support/loopback-server.js';

const CLIENT = { client_id: 'case-portal', client_secret: 'a-secret-of-the-tests' };
const AUDIENCE = 'student-support-hub';

export interface IdentityProvider {
  /** What operators write into `.env`. */
  readonly settings: { OIDC_ISSUER: string; OIDC_AUDIENCE: string; OIDC_JWKS_URL: string };
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
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${AUDIENCE}`,
        getResourceServerInfo: () => ({
          scope: signedIn?.scope ?? '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { ClientCredentials: 600 },
    extraTokenClaims: () => ({
      agency: signedIn?.agency,
      role: signedIn?.role,
      jurisdiction: signedIn?.jurisdiction,
      client_class: 'EXPLORER',
    }),
  });
  listening.server.on('request', provider.callback());
  return {
    settings: {
      OIDC_ISSUER: listening.origin,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_JWKS_URL: `${listening.origin}/jwks`,
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
