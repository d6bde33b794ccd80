import type { Command } from 'commander';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { assertOffered, CommandError } from './command-error.js';

interface MigrateOptions {
  readonly generate?: string;
  readonly check?: boolean;
  readonly agency?: readonly string[];
}

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description("bring every agency's database up to date, as its owner")
    .option('--generate <name>', 'developers: write a migration for each agency whose entities have changed')
    .option('--agency <name...>', 'only these agencies')
    .option('--check', 'fail when an agency has entities that no migration brings about')
    .action(async (options: MigrateOptions) => {
      const names = options.agency ?? agencyNames;
      assertOffered(names, agencyNames);
      const { migrateAgency } = await import('../../subgraphs/_kit/migrate.js');
      const { openAgencyDatabases } = await import('../processes/agency-databases.js');
      const settings = loadSettings(undefined, agencyNames, {
        gateway: false,
        agencies: [],
        migrated: names,
      });
      const databases = await openAgencyDatabases(settings, names, (message) => console.log(message));
      const drifted: string[] = [];
      try {
        for (const name of names) {
          const outcome = await migrateAgency(await loadAgency(name), {
            ownerUrl: databases.of(name).ownerUrl,
            compiledFolder: join(projectRoot, 'dist/subgraphs'),
            sourceFolder: join(projectRoot, 'subgraphs'),
            generate: options.generate,
            check: options.check,
          });
          if (outcome.hasDrift) drifted.push(name);
          console.log(`${name}: ${outcome.summary}`);
        }
      } finally {
        await databases.release();
      }
      if (drifted.length > 0) {
        throw new CommandError(
          'MIGRATION_MISSING',
          `Entities without a migration: ${drifted.join(', ')}. Run "hub migrate --generate <name>".`,
        );
      }
    });
}
