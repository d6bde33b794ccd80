import { join } from 'node:path';
import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Settings } from '../../settings/settings.js';
import type { DatabaseAccessLogOptions } from '../../subgraphs/_kit/audit/database-access-log.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { createServiceClient } from '../../subgraphs/_kit/trust/service-client.js';
import { serviceAccountToken } from './service-account.js';

const OFFICE = 'coordination';

/** Where the heads of an agency's access log go, and how long an entry may take. */
export type AgencyAudit = Pick<DatabaseAccessLogOptions, 'folder' | 'anchor' | 'patienceMs'>;

/** @returns the folder of an agency's heads */
export function headsFolder({ auditDir }: Pick<Settings, 'auditDir'>, agency: string): string {
  return join(auditDir, agency);
}

/** @returns who keeps an agency's heads: coordination, and coordination's own the police */
export function keeperOfHeads(agency: string): string {
  return agency === OFFICE ? 'police' : OFFICE;
}

/** Without a service account the heads stay in their files, which is said once: whoever owns the disk owns both. */
export function agencyAudit(
  settings: Settings,
  development: DevelopmentIssuer | undefined,
  agency: string,
  log: Logger,
): AgencyAudit {
  const folder = headsFolder(settings, agency);
  const accessToken = serviceAccountToken(settings, development, agency);
  const keeper = keeperOfHeads(agency);
  const url = settings.agencies[keeper]?.url;
  if (!accessToken || !settings.serviceKey || url === undefined) {
    log.warn({ agency }, 'heads of the access log are kept in files alone: OIDC_CLIENT_ID is not set');
    return { folder };
  }
  const client = createServiceClient({ key: settings.serviceKey, accessToken });
  return {
    folder,
    async anchor(heads) {
      await client.postToAgency({
        url,
        agency: keeper,
        path: '/kit/heads',
        body: { heads },
        purpose: 'AUDIT',
      });
    },
  };
}
