import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { migrateAgency } from '../../subgraphs/_kit/migrate.js';
import { loadAgency } from '../../subgraphs/index.js';
import type { AgencyDatabases } from './agency-databases.js';

/** Brings the agencies' databases up to date, side by side. */
export async function migrateAll(databases: AgencyDatabases, agencies: readonly string[]): Promise<void> {
  await Promise.all(
    agencies.map(async (name) =>
      migrateAgency(await loadAgency(name), {
        ownerUrl: databases.of(name).ownerUrl,
        compiledFolder: join(projectRoot, 'dist/subgraphs'),
        sourceFolder: join(projectRoot, 'subgraphs'),
      }),
    ),
  );
}
