import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { ensureAgencyDatabases } from '../../postgres/agency-databases.js';
import type { Settings } from '../../settings/settings.js';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly servingUrl: string;
}

export interface AgencyDatabases {
  /** @throws {RangeError} for an agency that was not asked for. */
  of(agency: string): DatabaseUrls;
  /** Present when at least one of the agencies has no server of its own. */
  readonly embedded: EmbeddedPostgres | undefined;
  release(): Promise<void>;
}

/**
 * Finds the database of each agency: the one its settings name, else one on the embedded server, which is
 * started (or joined) only when some agency needs it.
 */
export async function openAgencyDatabases(
  settings: Settings,
  agencies: readonly string[],
  log: (message: string) => void,
): Promise<AgencyDatabases> {
  const embeddedAgencies = agencies.filter((name) => !settings.agencies[name]?.databaseUrl);
  const embedded =
    embeddedAgencies.length > 0
      ? await acquireEmbeddedPostgres({ dataDir: settings.dataDir, log })
      : undefined;
  if (embedded?.relocated) log(embedded.relocated);
  const onEmbedded = embedded ? await ensureAgencyDatabases(embedded.adminUrl, embeddedAgencies) : {};
  return {
    embedded,
    of(agency) {
      const own = settings.agencies[agency];
      if (own?.databaseUrl)
        return { servingUrl: own.databaseUrl, ownerUrl: own.ownerDatabaseUrl ?? own.databaseUrl };
      const found = onEmbedded[agency];
      if (!found) throw new RangeError(`No database was opened for "${agency}".`);
      return found;
    },
    release: async () => embedded?.release(),
  };
}
