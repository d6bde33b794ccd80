import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { PurposeCatalogue } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { Settings } from '../../settings/settings.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { agencyAudit } from './agency-audit.js';
import type { AgencyDatabases } from './agency-databases.js';
import { agencyKeys } from './agency-keys.js';
import { startAgency, type AgencyProcess } from './agency-process.js';
import { createClock } from './clock.js';
import { tokenIssuerOf } from './identity.js';
import { peersOf } from './peers.js';

export interface AgencySurroundings {
  readonly settings: Settings;
  readonly databases: AgencyDatabases;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly purposes: PurposeCatalogue;
  readonly policies: PolicyLibrary;
  readonly log: Logger;
}

/** Starts an agency as the settings say. */
export function startConfiguredAgency(
  name: string,
  { settings, databases, developmentIssuer, purposes, policies, log }: AgencySurroundings,
): Promise<AgencyProcess> {
  return startAgency(name, {
    databaseUrl: databases.of(name).servingUrl,
    host: settings.host,
    port: settings.agencies[name]?.port ?? 0,
    tokenIssuer: tokenIssuerOf(settings, developmentIssuer),
    purposes,
    keys: agencyKeys(settings, name),
    policies,
    audit: agencyAudit(settings, developmentIssuer, name, log),
    usageLimits: settings.usageLimits,
    peers: peersOf(settings, developmentIssuer, name),
    now: createClock(settings.now),
    log,
  });
}
