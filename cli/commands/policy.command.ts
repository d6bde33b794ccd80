import type { Command } from 'commander';
import { CommandError } from './command-error.js';

interface Options {
  readonly county?: string;
  readonly on?: string;
}

export function addPolicyCommand(program: Command): void {
  program
    .command('policy')
    .description(
      'the policy files: numbers, deadlines, targets and duties of each county, with their clauses',
    )
    .command('check')
    .description('find what is wrong in the policy files, and say how to mend it')
    .argument('[file...]', 'files to check beside those of policies/; one of the same name replaces it')
    .option('--county <code>', 'also print the values in force in a division, with their sources')
    .option('--on <date>', 'day of these values, as YYYY-MM-DD (today by default)')
    .addHelpText(
      'after',
      '\nLooks at schema, sources, periods, overlaps, national floors, divisions and references between sections.' +
        '\nEnds with status 1 when anything is wrong. How to write a file: policies/README.md.',
    )
    .action(async (given: string[], options: Options) => {
      if (!(await check(given, options))) process.exitCode = 1;
    });
}

async function check(given: readonly string[], { county, on }: Options): Promise<boolean> {
  const { dayInShanghai, isIsoDate } = await import('../../policies/iso-date.js');
  const { policyDirectory } = await import('../../policies/load-policies.js');
  const { loadDivisions } = await import('../../county/frame/divisions.js');
  const { checkPolicyFiles } = await import('../policies/check-policy-files.js');
  if (on !== undefined && county === undefined)
    throw new CommandError('IMPOSSIBLE_VALUE', '--on goes together with --county.');
  const onDate = on ?? dayInShanghai(new Date());
  if (!isIsoDate(onDate))
    throw new CommandError('IMPOSSIBLE_VALUE', `${onDate} is no day; write it as 2026-11-20.`);
  return checkPolicyFiles({
    given,
    folder: policyDirectory(),
    divisions: loadDivisions(),
    shown: county === undefined ? null : { division: county, onDate },
    say: (line) => console.log(line),
  });
}
