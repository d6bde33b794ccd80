import type { Command } from 'commander';
import { generatedCounty } from '../processes/generated-county.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { loadPersonas } from '../processes/personas.js';

export function addPersonasCommand(program: Command): void {
  program
    .command('personas')
    .description('list the synthetic users of the development hub, one line each')
    .action(() => {
      const settings = loadSettings(undefined, agencyNames, { gateway: false, agencies: [] });
      for (const { slug, title, claims, purposes } of loadPersonas(settings, generatedCounty(settings))) {
        const area = claims.jurisdiction.map(({ kind, code }) => `${kind}:${code}`).join(' ');
        console.log(`${slug.padEnd(22)} ${title.en} (${title.zh})  ${area}  ${purposes.join(',')}`);
      }
    });
}
