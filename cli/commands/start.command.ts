import type { Command } from 'commander';
import { untilStopped } from '../processes/until-stopped.js';

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description(
      'run the whole hub in one process: database, seven agencies, gateway; fills an empty hub with the synthetic county',
    )
    .addHelpText(
      'after',
      '\nListens on PORT (4000), keeps its data in HUB_DATA_DIR (.hub), and runs until it is stopped with Ctrl-C or SIGTERM.\n\n  HUB_COUNTY=yunyang HUB_CHILDREN=5000 hub start',
    )
    .action(async () => {
      const { startHub } = await import('../processes/start-hub.js');
      const hub = await startHub({ say: (line) => console.log(line) });
      await untilStopped(async () => {
        console.log('Stopping …');
        await hub.close();
      });
    });
}
