import type { Command } from 'commander';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createProgress } from '../processes/progress.js';

export function addCompareCommand(program: Command): void {
  program
    .command('compare')
    .description(
      "compare the agencies' registers and renew the school-age register; starts the agencies when none answers",
    )
    .option('--by <name>', 'who asks', 'operator')
    .addHelpText(
      'after',
      '\nEnds with status 1 when the run refuses: an agency is down, or a register that the policy compares is not loaded or too old; each is named, and nothing is changed.\n\n  hub compare --by NAME',
    )
    .action(async ({ by }: { by: string }) => {
      const { compareRegisters } = await import('../comparison/compare-registers.js');
      const { describeRun } = await import('../comparison/describe-run.js');
      const progress = createProgress('steps', 100);
      const run = await compareRegisters(loadSettings(undefined, agencyNames), {
        by,
        say: (line) => console.error(line),
        onProgress: (share) => progress.update(Math.round(share * 100)),
      }).finally(() => progress.stop());
      for (const line of describeRun(run, progress.elapsedMs())) console.log(line);
      if (run.state !== 'COMPLETED') process.exitCode = 1;
    });
}
