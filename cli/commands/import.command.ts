import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { isIsoDate } from '../../policies/iso-date.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import type { ImportableList } from '../imports/importable-lists.js';
import { createCounter } from '../processes/progress.js';
import { assertOffered, CommandError } from './command-error.js';

interface Options {
  readonly by?: string;
  readonly asOf?: string;
  readonly additions?: true;
  readonly dryRun?: true;
  readonly skipRejected?: true;
  readonly rejects?: string;
  readonly out?: string;
  readonly mapping?: string;
  readonly confirm?: string;
  readonly template?: true;
  readonly lists?: true;
}

const HELP = `
A file is the whole list, unless --additions is given: what it no longer names goes. One rejected row keeps the file
out, unless --skip-rejected is given. A workbook has 100,000 rows at most, a CSV any number.

  hub import --lists
  hub import police residents --template residents.xlsx
  hub import police residents residents.xlsx --by NAME --as-of 2026-11-20 --dry-run
  hub import police --rejects IMPORT --by NAME --out rejected.xlsx
  hub import police residents residents.xlsx --by SECOND-NAME --confirm IMPORT

Ends with status 1 when nothing was imported, unless the file had been imported before.
What is taken with --rejects stands in the access log of the agency.`;

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description("take an agency's list from a CSV, XLSX or JSON Lines file: all of it, or nothing")
    .argument('[agency]', agencyNames.join(', '))
    .argument('[list]', 'list, as "hub import --lists" names it')
    .argument('[file]', '.csv (UTF-8 or GB18030), .xlsx or .jsonl; with --template the form to write')
    .option('--by <name>', 'who imports; a large change, or most numbers wrong, needs a second person')
    .option('--as-of <date>', 'day on which the list was drawn, YYYY-MM-DD in Asia/Shanghai (default: today)')
    .option('--additions', 'add the rows, for example of a day, and keep what the file does not name')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--skip-rejected', 'take the good rows although others are rejected')
    .option('--rejects <import>', 'write what this import of the agency rejected, with the reasons, to --out')
    .option(
      '--out <file>',
      'for --rejects, in the form of the file (default: rejects-<import>.csv or the like)',
    )
    .option('--mapping <file>', 'YAML with headings of your own, over the committed ones')
    .option(
      '--confirm <import>',
      'as a second person, confirm an import that waits, with the same file and of the same day',
    )
    .option('--template', 'write an empty list with its headings to <file>, .xlsx or .csv, to be filled in')
    .option('--lists', 'print what can be imported')
    .addHelpText('after', HELP)
    .action(
      async (
        agency: string | undefined,
        list: string | undefined,
        file: string | undefined,
        options: Options,
      ) => {
        const imports = await import('../imports/importable-lists.js');
        if (options.lists) return void (await imports.printLists(console.log));
        if (options.rejects !== undefined) return writeRejects(agency, options.rejects, options);
        if (agency === undefined || list === undefined || file === undefined)
          throw new CommandError('IMPOSSIBLE_VALUE', 'Give an agency, a list and a file, or --lists.');
        assertOffered([agency], agencyNames);
        const importable = await imports.findList(agency, list);
        if (options.template) return writeForm(importable, file);
        if (!existsSync(file)) throw new CommandError('UNKNOWN_NAME', `There is no file ${file}.`);
        if (options.by === undefined)
          throw new CommandError('IMPOSSIBLE_VALUE', 'Say who imports: --by <name>.');
        if (options.asOf !== undefined && !isIsoDate(options.asOf))
          throw new CommandError('IMPOSSIBLE_VALUE', '--as-of is a day, YYYY-MM-DD.');
        if (options.confirm !== undefined) assertConfirmation(options.confirm, options);
        const { importFile } = await import('../imports/import-file.js');
        const progress = createCounter('rows');
        const outcome = await importFile(loadSettings(undefined, [agency]), importable, file, {
          ...options,
          by: options.by,
          onProgress: progress.update,
        }).finally(() => progress.stop());
        const { describeImport } = await import('../imports/describe-import.js');
        for (const line of describeImport(agency, outcome, progress.elapsedMs())) console.log(line);
        if (!['COMMITTED', 'DRY_RUN', 'UNCHANGED_FILE'].includes(outcome.state)) process.exitCode = 1;
      },
    );
}

async function writeForm(importable: ImportableList, file: string): Promise<void> {
  const { writeTemplate } = await import('../imports/list-template.js');
  const columns = await writeTemplate(importable, file);
  console.log(`${columns} columns; those with a star have to be filled in (带*的列必填): ${file}`);
}

/** Whoever confirms says yes to what waits, its day included. */
function assertConfirmation(importId: string, { asOf }: Pick<Options, 'asOf'>): void {
  if (!UUID.test(importId))
    throw new CommandError('IMPOSSIBLE_VALUE', '--confirm is the id of an import, as it was printed.');
  if (asOf !== undefined)
    throw new CommandError('IMPOSSIBLE_VALUE', 'The import that waits has its day: leave out --as-of.');
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function writeRejects(
  agency: string | undefined,
  importId: string,
  { by, out }: Pick<Options, 'by' | 'out'>,
): Promise<void> {
  if (agency === undefined) throw new CommandError('IMPOSSIBLE_VALUE', 'Name the agency of the import.');
  assertOffered([agency], agencyNames);
  if (!UUID.test(importId))
    throw new CommandError('IMPOSSIBLE_VALUE', '--rejects is the id of an import, as it was printed.');
  if (by === undefined) throw new CommandError('IMPOSSIBLE_VALUE', 'Say who takes the rows: --by <name>.');
  if (out !== undefined && !existsSync(dirname(out)))
    throw new CommandError('UNKNOWN_NAME', `There is no folder ${dirname(out)}.`);
  const { exportRejects } = await import('../imports/export-rejects.js');
  const parts = { gateway: false, agencies: [agency] };
  const { path, rows, digest } = await exportRejects(loadSettings(undefined, agencyNames, parts), {
    agency,
    importId,
    path: out,
    by,
  });
  console.log(`${rows} rejected rows, in clear, for you alone: ${path}`);
  console.log(`SHA-256 ${digest}`);
}
