import type { Command } from 'commander';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createCounter } from '../processes/progress.js';
import type { LedgerKind, LedgerScope } from '../../subgraphs/coordination/ledger/ledger.enums.js';
import { offered } from './command-error.js';
import { assertFolder, FORMAT_NAMES, formatOf } from './export-file.js';
import { addIndicatorsCommand, addOrderCommand } from './export-with-token.js';
import type { HouseholdRegisterScope } from '../../subgraphs/education/household-register/household-register.enums.js';

/** What a command line calls them; their types alone are loaded here, since `--help` loads nothing. */
const SCOPES = {
  county: 'COUNTY',
  township: 'TOWNSHIP',
  village: 'VILLAGE',
  school: 'SCHOOL',
  class: 'CLASS',
} as const satisfies Readonly<Record<string, LedgerScope>>;
const HOUSEHOLD_SCOPES = {
  county: 'COUNTY',
  township: 'TOWNSHIP',
  village: 'VILLAGE',
  school: 'SCHOOL',
} as const satisfies Readonly<Record<string, HouseholdRegisterScope>>;
const KINDS = {
  'school-age-children': 'SCHOOL_AGE_CHILDREN',
  'suspected-dropouts': 'SUSPECTED_DROPOUTS',
  dropouts: 'DROPOUTS',
  'poor-family-pupils': 'POOR_FAMILY_PUPILS',
  'left-behind-children': 'LEFT_BEHIND_CHILDREN',
  'junior-leavers': 'JUNIOR_LEAVERS',
} as const satisfies Readonly<Record<string, LedgerKind>>;

interface RecordedOptions {
  readonly format?: string;
  readonly by: string;
}

interface LedgerOptions extends RecordedOptions {
  readonly scope: string;
  readonly code: string;
  readonly kind: string;
}

type HouseholdOptions = Omit<LedgerOptions, 'kind'>;

interface ResultOptions extends RecordedOptions {
  readonly batch?: string;
}

const recordedBy = (agency: string) =>
  `\nNumbers of persons are masked or left out. The export stands in the access log of ${agency} with the SHA-256 of\nthe file, which is printed.`;
const example = (line: string) => `\n\n  hub export ${line}`;
const ADDS_UP = ' Ends with status 1 when it does not add up; the file is written all the same.';

export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description(
      'write a ledger, the households, indicators, the answers to the national platform or the document of an order to a file',
    );
  addLedgerCommand(command);
  addHouseholdCommand(command);
  addIndicatorsCommand(command);
  addResultsCommand(command);
  addOrderCommand(command);
}

function addLedgerCommand(program: Command): void {
  withRecord(
    program
      .command('ledger')
      .description('write a ledger (台账) to a file, as an office prints it; numbers are masked')
      .requiredOption('--scope <scope>', Object.keys(SCOPES).join(', '))
      .requiredOption('--code <code>', 'of the division (6, 9 or 12 digits), school (10 digits) or class')
      .option('--kind <kind>', Object.keys(KINDS).join(', '), 'school-age-children'),
    recordedBy('coordination') +
      ADDS_UP +
      example('ledger dropouts.xlsx --scope township --code 520625102 --kind dropouts'),
  ).action(async (file: string, { scope, code, kind, by, ...options }: LedgerOptions) => {
    const asked = {
      scope: offered(scope, SCOPES),
      kind: offered(kind, KINDS),
      format: formatOf(file, options),
    };
    assertFolder(file);
    const { exportLedger } = await import('../exports/export-ledger.js');
    const progress = createCounter('children');
    const { title, lines, account, digest } = await exportLedger(settingsOf('coordination'), {
      ...asked,
      code,
      path: file,
      by,
      onProgress: progress.update,
    }).finally(() => progress.stop());
    const seconds = (progress.elapsedMs() / 1000).toFixed(1);
    console.log(`${title}: ${lines} children in ${seconds} s, ${file}`);
    console.log(`SHA-256 ${digest}`);
    if (account.isReconciled) return;
    console.log(`The ledger does not add up: ${account.universe} children belong on it.`);
    process.exitCode = 1;
  });
}

function addHouseholdCommand(program: Command): void {
  withRecord(
    program
      .command('household-register')
      .description(
        'write the household education register (文化户口台账) to a file, a row for each member of each household',
      )
      .requiredOption('--scope <scope>', Object.keys(HOUSEHOLD_SCOPES).join(', '))
      .requiredOption('--code <code>', 'of the division (6, 9 or 12 digits) or school (10 digits)'),
    recordedBy('education') + example('household-register village.xlsx --scope village --code 520625102218'),
  ).action(async (file: string, { scope, code, by, ...options }: HouseholdOptions) => {
    const asked = { scope: offered(scope, HOUSEHOLD_SCOPES), format: formatOf(file, options) };
    assertFolder(file);
    const { exportHouseholds } = await import('../exports/export-households.js');
    const progress = createCounter('households');
    const { title, lines, account, digest } = await exportHouseholds(settingsOf('education'), {
      ...asked,
      code,
      path: file,
      by,
      onProgress: progress.update,
    }).finally(() => progress.stop());
    const { notVisited, unchecked, schoolingUnknown, members } = account;
    console.log(`${title}: ${lines} households, ${members} members, ${file}`);
    console.log(
      `not visited: ${notVisited ?? 'not known'}; level not checked: ${unchecked}; children whose schooling is not known: ${schoolingUnknown}`,
    );
    console.log(`SHA-256 ${digest}`);
  });
}

function addResultsCommand(program: Command): void {
  withRecord(
    program
      .command('verified-results')
      .description(
        'write the answers to the national platform (核查结果), one line for each entry of its lists',
      )
      .option('--batch <batch>', 'of the entries that are answered (default: all)'),
    recordedBy('coordination') + ADDS_UP + example('verified-results results.xlsx --batch 2026-11'),
  ).action(async (file: string, { batch, by, ...options }: ResultOptions) => {
    const format = formatOf(file, options);
    assertFolder(file);
    const { exportResults } = await import('../exports/export-results.js');
    const { isReconciled } = await import('../../subgraphs/coordination/pushed-down/verified-results.js');
    const progress = createCounter('entries');
    const { account, digest } = await exportResults(settingsOf('coordination'), {
      batch: batch ?? null,
      format,
      path: file,
      by,
      onProgress: progress.update,
    }).finally(() => progress.stop());
    const { entries, verified, open, notFound } = account;
    console.log(`${entries} entries = ${verified} verified + ${open} open + ${notFound} not found, ${file}`);
    console.log(`SHA-256 ${digest}`);
    if (isReconciled(account)) return;
    console.log('The answers do not add up to the entries.');
    process.exitCode = 1;
  });
}

/** What is the same for every file that an agency's access log knows of. */
function withRecord(command: Command, help: string): Command {
  return command
    .argument('<file>', '.csv (UTF-8) or .xlsx')
    .option('--format <format>', `${FORMAT_NAMES} (default: by the name of the file)`)
    .option('--by <name>', 'who exports, for the access log', 'operator')
    .addHelpText('after', help);
}

const settingsOf = (agency: string) =>
  loadSettings(undefined, agencyNames, { gateway: false, agencies: [agency] });
