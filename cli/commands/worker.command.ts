import type { Command } from 'commander';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { untilStopped } from '../processes/until-stopped.js';
import { assertOffered, CommandError } from './command-error.js';

export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description("work through agencies' jobs beside their servers; any number of workers may run")
    .argument('[agency...]', `agencies with jobs (default: all that have any): ${agencyNames.join(', ')}`)
    .addHelpText(
      'after',
      '\nWorks until it is stopped with Ctrl-C or SIGTERM; a job under way is done again by another worker.\n\n  hub worker coordination',
    )
    .action(async (given: string[]) => {
      assertOffered(given, agencyNames);
      const definitions = await Promise.all(agencyNames.map(loadAgency));
      const withJobs = definitions.filter(({ worker }) => worker).map(({ name }) => name);
      const idle = given.filter((name) => !withJobs.includes(name));
      if (idle.length > 0)
        throw new CommandError(
          'IMPOSSIBLE_VALUE',
          `${idle.join(', ')} has no jobs; ${withJobs.join(', ')} has.`,
        );
      const { startWorkers } = await import('../processes/start-workers.js');
      const workers = await startWorkers(given.length > 0 ? given : withJobs);
      await untilStopped(() => workers.close());
    });
}
