import { createSecretKey } from 'node:crypto';
import { createTokenVerifier } from '../../subgraphs/_kit/trust/access-token.js';
import { createClientCredentials } from '../../subgraphs/_kit/trust/client-credentials.js';
import { startIdentityProvider, type IdentityProvider } from './support/identity-provider.js';

let identity: IdentityProvider;
beforeAll(async () => {
  identity = await startIdentityProvider();
});
afterAll(() => identity.close());

function accountWith(secret: string): () => Promise<string> {
  const { OIDC_TOKEN_URL, OIDC_CLIENT_ID, OIDC_AUDIENCE } = identity.settings;
  return createClientCredentials({
    tokenUrl: OIDC_TOKEN_URL,
    clientId: OIDC_CLIENT_ID,
    clientSecret: createSecretKey(secret, 'utf8'),
    audience: OIDC_AUDIENCE,
    scope: 'hub.service',
  });
}

test('a service account gets a token of the identity provider that every agency accepts, and keeps it', async () => {
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, OIDC_CLIENT_SECRET } = identity.settings;
  const accessToken = accountWith(OIDC_CLIENT_SECRET);
  const [token, same] = await Promise.all([accessToken(), accessToken()]);
  expect(same).toBe(token);
  expect(await accessToken()).toBe(token);
  const verifier = createTokenVerifier({
    issuer: OIDC_ISSUER,
    audience: OIDC_AUDIENCE,
    keys: new URL(OIDC_JWKS_URL),
  });
  const claims = await verifier.verify(`Bearer ${token}`);
  expect([...claims.scopes]).toEqual(['hub.service']);
  expect(claims).toMatchObject({ agency: 'coordination', jurisdiction: [] });
});

test('a wrong secret is refused, without being told', async () => {
  const refusal = await accountWith('not-the-secret-of-the-account')().catch((cause: unknown) =>
    String(cause),
  );
  expect(refusal).toContain('refused the service account');
  expect(refusal).not.toContain('not-the-secret');
});
