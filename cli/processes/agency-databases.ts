import { ensureAgencyDatabases } from '../../postgres/agency-databases.js';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { agencyRows } from '../../settings/setting-rows.js';
import type { AgencySettings, Settings } from '../../settings/settings.js';
import { CommandError } from '../commands/command-error.js';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  /** @throws {CommandError} when the settings name the database for its owner alone. */
  readonly servingUrl: string;
}

export interface AgencyDatabases {
  /** @throws {RangeError} for an agency that was not asked for. */
  of(agency: string): DatabaseUrls;
  /** Present when at least one of the agencies has no server of its own. */
  readonly embedded: EmbeddedPostgres | undefined;
  release(): Promise<void>;
}

const urlsIn = (own: AgencySettings | undefined): string[] =>
  [own?.databaseUrl, own?.ownerDatabaseUrl].filter((url) => url !== undefined);

/**
 * Finds the database of each agency: the one its settings name, else one on the embedded server, which is
 * started (or joined) only when some agency needs it.
 *
 * @throws {PostgresError} when one that the settings name can't be opened: a process that would serve nothing
 *   but nulls must not look as if it had started.
 */
export async function openAgencyDatabases(
  settings: Settings,
  agencies: readonly string[],
  log: (message: string) => void,
): Promise<AgencyDatabases> {
  const named = agencies.flatMap((name) => urlsIn(settings.agencies[name]));
  await Promise.all(named.map((url) => withConnection(url, () => Promise.resolve())));
  const embeddedAgencies = agencies.filter((name) => urlsIn(settings.agencies[name]).length === 0);
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
      const found = own && urlsIn(own).length > 0 ? namedUrls(agency, own) : onEmbedded[agency];
      if (!found) throw new RangeError(`No database was opened for "${agency}".`);
      return found;
    },
    release: async () => embedded?.release(),
  };
}

/** The owner stands above row-level security, so it never takes the place of the serving role. */
function namedUrls(agency: string, { databaseUrl, ownerDatabaseUrl }: AgencySettings): DatabaseUrls {
  return {
    ownerUrl: ownerDatabaseUrl ?? databaseUrl ?? '',
    get servingUrl() {
      if (databaseUrl !== undefined) return databaseUrl;
      throw new CommandError(
        'SETTINGS_UNUSABLE',
        `${agencyRows(agency, 0).databaseUrl.name} is needed beside the owner's address.`,
      );
    },
  };
}
