import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Settings } from '../../settings/settings.js';
import { createClientCredentials } from '../../subgraphs/_kit/trust/client-credentials.js';

/** The right to use `/kit/` paths. */
const SERVICE_SCOPE = 'hub.service';
const LIFETIME_SECONDS = 300;

/**
 * The account under which an agency's process calls other parts of the hub.
 * @returns a supplier of its access token; undefined when an identity provider is configured without an account at it
 */
export function serviceAccountToken(
  { oidc }: Pick<Settings, 'oidc'>,
  development: DevelopmentIssuer | undefined,
  agency: string,
): (() => Promise<string>) | undefined {
  if (oidc) {
    const { audience, client } = oidc;
    return client && createClientCredentials({ ...client, audience, scope: SERVICE_SCOPE });
  }
  if (!development) return undefined;
  return () =>
    development.issueToken(
      {
        sub: `service:${agency}`,
        agency,
        role: 'service',
        scope: SERVICE_SCOPE,
        jurisdiction: [{ kind: 'AGENCY', code: agency }],
      },
      'PORTAL',
      LIFETIME_SECONDS,
    );
}
