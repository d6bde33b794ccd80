import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Settings } from '../../settings/settings.js';
import { createServiceClient } from '../../subgraphs/_kit/trust/service-client.js';
import type { AgencyProcessOptions } from './agency-process.js';
import { serviceAccountToken } from './service-account.js';

/** Of the minute within which every agency knows what one has imported, most is the run's. */
const CHANGES_EVERY_MS = 5000;

/** @returns how an agency's process reaches the others; undefined when it has no account to call them under */
export function peersOf(
  settings: Settings,
  development: DevelopmentIssuer | undefined,
  agency: string,
): AgencyProcessOptions['peers'] {
  const accessToken = serviceAccountToken(settings, development, agency);
  const { serviceKey: key, agencies } = settings;
  if (!accessToken || !key) return undefined;
  return {
    agencies: new Map(Object.entries(agencies).map(([name, { url }]) => [name, new URL(url)])),
    changesEveryMs: CHANGES_EVERY_MS,
    ...createServiceClient({ key, accessToken }),
  };
}
