import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createCounter } from '../processes/progress.js';
import { CommandError } from './command-error.js';

interface Options {
  readonly export?: string;
  readonly key?: readonly string[];
}

export function addVerifyAuditCommand(program: Command): void {
  program
    .command('verify-audit')
    .description('find entries of the access logs that were edited, deleted, inserted, reordered or cut off')
    .argument('[agency-or-file...]', `agencies (all by default), or the file of an export`)
    .option('--export <file>', 'also write the logs and their heads to a file, to be checked elsewhere')
    .option('--key <id...>', 'ids of the keys that the agencies have published for their heads')
    .addHelpText('after', '\nEnds with status 1 when anything was found.')
    .action(async (given: string[], options: Options) => {
      const agencies = given.filter((name) => agencyNames.includes(name));
      const [file, ...more] = given.filter((name) => !agencyNames.includes(name));
      if (more.length > 0 || (file !== undefined && (agencies.length > 0 || options.export !== undefined)))
        throw new CommandError('IMPOSSIBLE_VALUE', 'Give agencies, or one file of an export.');
      if (file !== undefined && !existsSync(file))
        throw new CommandError(
          'UNKNOWN_NAME',
          `${file} is neither an agency (${agencyNames.join(', ')}) nor a file.`,
        );
      if (!(await verify(agencies.length > 0 ? agencies : agencyNames, file, options))) process.exitCode = 1;
    });
}

async function verify(
  agencies: readonly string[],
  file: string | undefined,
  given: Options,
): Promise<boolean> {
  const { verifyExport, verifyStored } = await import('../audit/verify-audit.js');
  const settings = loadSettings(undefined, agencyNames, { gateway: false, agencies: [] });
  const progress = createCounter('entries checked');
  const options = {
    settings,
    keyIds: given.key ?? [],
    say: (line: string) => console.log(line),
    onProgress: progress.update,
  };
  try {
    if (file !== undefined) return await verifyExport(file, options);
    const { openAgencyDatabases } = await import('../processes/agency-databases.js');
    const { keeperOfHeads } = await import('../processes/agency-audit.js');
    const needed = [...new Set([...agencies, ...agencies.map(keeperOfHeads)])];
    const databases = await openAgencyDatabases(settings, needed, (message) => console.error(message));
    try {
      return await verifyStored(agencies, databases, { ...options, exportTo: given.export });
    } finally {
      await databases.release();
    }
  } finally {
    progress.stop();
  }
}
