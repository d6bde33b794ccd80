import type { Command } from 'commander';
import { agencyNames } from '../../subgraphs/index.js';
import { loadSettings } from '../../settings/settings.js';

export function addGenerateCommand(program: Command): void {
  program
    .command('generate')
    .description(
      'development only: fill the databases with the synthetic county of HUB_COUNTY, HUB_CHILDREN and HUB_SEED',
    )
    .option('--replace', 'throw away what the databases hold')
    .addHelpText(
      'after',
      '\nThe agencies\' registers alone are filled; "hub compare", or the first "hub start", derives the school-age register.\nThe same county, number and seed give the same children. Without --replace it refuses when the databases hold any.\n\n  HUB_CHILDREN=50000 HUB_SEED=7 hub generate --replace',
    )
    .action(async ({ replace }: { replace?: boolean }) => {
      const { openAgencyDatabases } = await import('../processes/agency-databases.js');
      const { assertSyntheticCountyAllowed, generateIntoDatabases } =
        await import('../processes/generate-into-databases.js');
      const { migrateAll } = await import('../processes/migrate-all.js');
      const { createProgress } = await import('../processes/progress.js');
      const settings = loadSettings(undefined, agencyNames);
      assertSyntheticCountyAllowed(settings);
      const databases = await openAgencyDatabases(settings, agencyNames, (message) => console.log(message));
      try {
        await migrateAll(databases, agencyNames);
        const progress = createProgress('children', settings.children);
        const county = await generateIntoDatabases(settings, databases, {
          mode: replace ? 'REPLACE' : 'REFUSE',
          onProgress: progress.update,
        });
        progress.stop();
        if (!county) return;
        console.log(
          `${county.children} children, ${county.rows} rows in ${(progress.elapsedMs() / 1000).toFixed(1)} s.`,
        );
      } finally {
        await databases.release();
      }
    });
}
