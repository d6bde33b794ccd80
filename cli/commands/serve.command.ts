import type { Command } from 'commander';
import { agencyNames } from '../../subgraphs/index.js';
import { untilStopped } from '../processes/until-stopped.js';
import { assertOffered } from './command-error.js';

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('run the gateway, or some of the agencies, as a process of its own')
    .argument('<part...>', `gateway, or agencies: ${agencyNames.join(', ')}`)
    .addHelpText(
      'after',
      '\nServes until it is stopped with Ctrl-C or SIGTERM. Ports: PORT of the gateway, EDUCATION_PORT and so on of the agencies.\n\n  hub serve gateway\n  hub serve police labour',
    )
    .action(async (parts: string[]) => {
      assertOffered(parts, ['gateway', ...agencyNames]);
      const { serveParts } = await import('../processes/serve-parts.js');
      const served = await serveParts(new Set(parts));
      await untilStopped(() => served.close());
    });
}
