import type { Command } from 'commander';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { assertOffered } from './command-error.js';

export function addPruneAuditCommand(program: Command): void {
  program
    .command('prune-audit')
    .description(
      'delete entries of the access logs that are older than HUB_AUDIT_RETENTION_DAYS, as their owner',
    )
    .argument('[agency...]', 'agencies (all by default)')
    .option('--key <id...>', 'ids of keys that heads were signed with before')
    .addHelpText('after', '\nEnds with status 1 when a log is not what was signed of it.')
    .action(async (given: string[], { key = [] }: { readonly key?: readonly string[] }) => {
      assertOffered(given, agencyNames);
      const agencies = given.length > 0 ? given : agencyNames;
      const { pruneStored } = await import('../audit/prune-audit.js');
      const { openAgencyDatabases } = await import('../processes/agency-databases.js');
      const { keeperOfHeads } = await import('../processes/agency-audit.js');
      const settings = loadSettings(undefined, agencyNames, { gateway: false, agencies: [] });
      const needed = [...new Set([...agencies, ...agencies.map(keeperOfHeads)])];
      const databases = await openAgencyDatabases(settings, needed, (message) => console.error(message));
      try {
        const say = (line: string) => console.log(line);
        if (!(await pruneStored(agencies, databases, { settings, keyIds: key, say }))) process.exitCode = 1;
      } finally {
        await databases.release();
      }
    });
}
