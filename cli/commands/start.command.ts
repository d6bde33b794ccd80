import type { Command } from 'commander';
import { untilStopped } from '../processes/until-stopped.js';

export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description(
      'run the whole hub in one process: database, seven agencies, gateway; fills an empty hub with the synthetic county',
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
