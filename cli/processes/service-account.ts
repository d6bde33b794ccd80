import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Settings } from '../../settings/settings.js';
import { createClientCredentials } from '../../subgraphs/_kit/trust/client-credentials.js';

const OFFICE = 'coordination';
/** The right to use those `/kit/` paths that are for every part of the hub. */
const SERVICE_SCOPE = 'hub.service';
/** The right to use the others: approvals, scopes, rosters, changes. */
const OFFICE_SCOPE = 'hub.coordinate';
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
  const scope = agency === OFFICE ? `${SERVICE_SCOPE} ${OFFICE_SCOPE}` : SERVICE_SCOPE;
  if (oidc) {
    const { audience, client } = oidc;
    return client && createClientCredentials({ ...client, audience, scope });
  }
  if (!development) return undefined;
  return () =>
    development.issueToken(
      {
        sub: `service:${agency}`,
        agency,
        role: 'service',
        scope,
        jurisdiction: [{ kind: 'AGENCY', code: agency }],
      },
      'PORTAL',
      LIFETIME_SECONDS,
    );
}
