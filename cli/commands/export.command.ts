import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createCounter } from '../processes/progress.js';
import type { LedgerKind, LedgerScope } from '../../subgraphs/coordination/ledger/ledger.enums.js';
import { assertOffered, CommandError, offered } from './command-error.js';

/** What a command line calls them; their types alone are loaded here, since `--help` loads nothing. */
const SCOPES = {
  county: 'COUNTY',
  township: 'TOWNSHIP',
  village: 'VILLAGE',
  school: 'SCHOOL',
  class: 'CLASS',
} as const satisfies Readonly<Record<string, LedgerScope>>;
const KINDS = {
  'school-age-children': 'SCHOOL_AGE_CHILDREN',
  'suspected-dropouts': 'SUSPECTED_DROPOUTS',
  dropouts: 'DROPOUTS',
  'poor-family-pupils': 'POOR_FAMILY_PUPILS',
  'left-behind-children': 'LEFT_BEHIND_CHILDREN',
  'junior-leavers': 'JUNIOR_LEAVERS',
} as const satisfies Readonly<Record<string, LedgerKind>>;
const FORMATS = { csv: 'csv', xlsx: 'xlsx' } as const;

interface Options {
  readonly scope?: string;
  readonly code?: string;
  readonly kind: string;
  readonly batch?: string;
  readonly format?: string;
  readonly by: string;
}

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write a ledger (台账), or the answers to the national platform (核查结果), to a file')
    .argument('<what>', 'ledger or verified-results')
    .argument('<file>', '.csv (UTF-8) or .xlsx')
    .option('--scope <scope>', `of a ledger: ${Object.keys(SCOPES).join(', ')}`)
    .option('--code <code>', 'of the division, school or class of a ledger')
    .option('--kind <kind>', `of a ledger: ${Object.keys(KINDS).join(', ')}`, 'school-age-children')
    .option('--batch <batch>', 'of the entries that are answered (default: all)')
    .option('--format <format>', `${Object.keys(FORMATS).join(' or ')} (default: by the name of the file)`)
    .option('--by <name>', 'who exports, for the access log', 'operator')
    .addHelpText(
      'after',
      '\nNumbers of persons are masked or left out. The export stands in the access log of coordination with the SHA-256 of\nthe file, which is printed. Ends with status 1 when it does not add up; the file is written all the same.',
    )
    .action(async (what: string, file: string, options: Options) => {
      assertOffered([what], ['ledger', 'verified-results']);
      if (!existsSync(dirname(file)))
        throw new CommandError('UNKNOWN_NAME', `There is no folder ${dirname(file)}.`);
      if (what === 'ledger') await exportLedgerTo(file, options);
      else await exportResultsTo(file, options);
    });
}

const formatOf = (file: string, { format }: Options) =>
  offered(format ?? (file.endsWith('.xlsx') ? 'xlsx' : 'csv'), FORMATS);
const coordinationSettings = () =>
  loadSettings(undefined, agencyNames, { gateway: false, agencies: ['coordination'] });

async function exportLedgerTo(file: string, options: Options): Promise<void> {
  const { scope, code, kind, by } = options;
  if (scope === undefined || code === undefined)
    throw new CommandError('IMPOSSIBLE_VALUE', 'A ledger needs --scope and --code.');
  const asked = {
    scope: offered(scope, SCOPES),
    kind: offered(kind, KINDS),
    format: formatOf(file, options),
  };
  const { exportLedger } = await import('../exports/export-ledger.js');
  const progress = createCounter('children');
  const { title, lines, account, digest } = await exportLedger(coordinationSettings(), {
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
}

async function exportResultsTo(file: string, options: Options): Promise<void> {
  const { batch = null, by } = options;
  const { exportResults } = await import('../exports/export-results.js');
  const { isReconciled } = await import('../../subgraphs/coordination/pushed-down/verified-results.js');
  const progress = createCounter('entries');
  const { account, digest } = await exportResults(coordinationSettings(), {
    batch,
    format: formatOf(file, options),
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
}
