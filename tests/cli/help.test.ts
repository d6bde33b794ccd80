import { Command } from 'commander';
import { addCompareCommand } from '../../cli/commands/compare.command.js';
import { addExportCommand } from '../../cli/commands/export.command.js';
import { addGenerateCommand } from '../../cli/commands/generate.command.js';
import { addImportCommand } from '../../cli/commands/import.command.js';
import { addServeCommand } from '../../cli/commands/serve.command.js';
import { addStartCommand } from '../../cli/commands/start.command.js';
import { addTokenCommand } from '../../cli/commands/token.command.js';
import { addWorkerCommand } from '../../cli/commands/worker.command.js';

const hub = new Command('hub');
for (const add of [
  ...[addCompareCommand, addExportCommand, addGenerateCommand, addImportCommand],
  ...[addServeCommand, addStartCommand, addTokenCommand, addWorkerCommand],
])
  add(hub);

/** What is run: the commands that have no commands of their own. */
const leaves = hub.commands.flatMap((command) =>
  command.commands.length > 0 ? command.commands : [command],
);

function helpOf(command: Command): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}

const examples = leaves.flatMap((command) =>
  helpOf(command)
    .split('\n')
    .flatMap((line) => line.split('|'))
    .map((line) => line.trim())
    .filter((line) => /^(?:\w+=\w+ )*hub /.test(line)),
);

test('who works with files finds an example of every command', () => {
  const names = examples.map((line) => line.replace(/^(?:\w+=\w+ )*hub /, ''));
  const without = leaves
    .map((command) => (command.parent === hub ? command.name() : `export ${command.name()}`))
    .filter((name) => !names.some((example) => example === name || example.startsWith(`${name} `)));
  expect(without).toEqual([]);
});

test.each(examples)('the example "%s" names a command with these options', (line) => {
  const [, ...words] = line.split(' ').filter((word) => !/^\w+=\w+$/.test(word));
  const [first = '', second = ''] = words;
  const command =
    leaves.find((each) => each.parent !== hub && each.parent?.name() === first && each.name() === second) ??
    leaves.find((each) => each.parent === hub && each.name() === first);
  expect(command).toBeDefined();
  const known = command?.options.flatMap(({ long }) => long ?? []) ?? [];
  expect(words.filter((word) => word.startsWith('--') && !known.includes(word))).toEqual([]);
});
