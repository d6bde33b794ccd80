import type { Command } from 'commander';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { CommandError } from './command-error.js';

export function addSchemaCommand(program: Command): void {
  program
    .command('schema')
    .description("write every agency's SDL, the supergraph composed of them, and the labels, to schema/")
    .option('--check', 'write nothing; fail when a committed file is out of date')
    .action(async ({ check }: { check?: boolean }) => {
      const { generatedFiles, outdatedFiles, writeFiles } = await import('../../schema/generated-files.js');
      const { buildAgencySchema } = await import('../../subgraphs/_kit/build-schema.js');
      const folder = join(projectRoot, 'schema');
      const agencies = [];
      for (const name of agencyNames) {
        const { typeDefs } = await buildAgencySchema(await loadAgency(name));
        agencies.push({ name, typeDefs });
      }
      const files = generatedFiles(agencies);
      const outdated = outdatedFiles(folder, files);
      if (check && outdated.length > 0) {
        throw new CommandError(
          'SCHEMA_OUT_OF_DATE',
          `Out of date in schema/: ${outdated.join(', ')}. Run "npx hub schema" and review the change.`,
        );
      }
      if (!check) writeFiles(folder, files);
      console.log(outdated.length === 0 ? 'schema/ is up to date.' : `Wrote ${outdated.join(', ')}.`);
    });
}
