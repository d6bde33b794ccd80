import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { dayInShanghai } from '../../policies/iso-date.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { createClock } from '../processes/clock.js';
import { CommandError } from './command-error.js';
import { assertFolder, FORMAT_NAMES, formatOf } from './export-file.js';

interface AskerOptions {
  readonly hub?: string;
  readonly tokenFile?: string;
  readonly purpose: string;
}

interface OrderOptions extends AskerOptions {
  readonly out?: string;
}

interface IndicatorOptions extends AskerOptions {
  readonly division?: string;
  readonly school?: string;
  readonly asOf?: string;
  readonly month?: string;
  readonly format?: string;
}

export function addOrderCommand(program: Command): void {
  withAsker(
    program
      .command('order')
      .description(
        'write a notice or order to the guardians (法律文书) as .docx, with the proof of service to be signed',
      )
      .argument('<orderNumber>', 'number of the document (文号)')
      .option('--out <file>', 'where to (default: the number, in this folder)'),
    'CASE_HANDLING',
  )
    .addHelpText(
      'after',
      '\nThe names come from the running hub with the rights of the token, and every agency that tells one logs it:\n  hub token township-officer | hub export order NUMBER --out order.docx\nThe file is readable to its owner alone.',
    )
    .action(async (orderNumber: string, { out, ...options }: OrderOptions) => {
      const path = out ?? `${orderNumber.replaceAll(/[^\p{Letter}\p{Number}〔〕]/gu, '_')}.docx`;
      assertFolder(path);
      const { asker } = askerOf(options);
      const { exportOrder } = await import('../exports/orders/export-order.js');
      const { title, digest, isWithoutAddressee } = await exportOrder({ orderNumber, ...asker }, path);
      console.log(`${title} ${orderNumber}: ${path}`);
      console.log(`SHA-256 ${digest}`);
      if (isWithoutAddressee)
        console.log('The hub knows no guardian of the child: the addressee is left blank.');
    });
}

export function addIndicatorsCommand(program: Command): void {
  withAsker(
    program
      .command('indicators')
      .description(
        'write the indicators (监测指标) of a division or school to a file, with formula, target, verdict and sources',
      )
      .argument('<file>', '.csv (UTF-8) or .xlsx')
      .option('--division <code>', 'of any level')
      .option('--school <code>', 'in place of a division')
      .option('--as-of <date>', 'day whose targets apply, YYYY-MM-DD (default: today)')
      .option('--month <month>', 'as the last comparison of that month left them, YYYY-MM, in place of a day')
      .option('--format <format>', `${FORMAT_NAMES} (default: by the name of the file)`),
    'STATISTICS',
  )
    .addHelpText(
      'after',
      '\nThe figures come from the running hub with the rights of the token; what is suppressed there is suppressed here:\n  hub token analyst | hub export indicators --division 520625 indicators.xlsx',
    )
    .action(async (file: string, { division, school, asOf, month, format, ...options }: IndicatorOptions) => {
      const form = formatOf(file, { format });
      assertFolder(file);
      const { asker, madeOn } = askerOf(options);
      const { exportIndicators } = await import('../exports/indicators/export-indicators.js');
      const { figures, digest } = await exportIndicators(
        { ...asker, place: placeOf({ division, school }), asOf: whenOf({ asOf, month }) },
        { path: file, format: form, madeOn },
      );
      console.log(`${figures} figures: ${file}`);
      console.log(`SHA-256 ${digest}`);
    });
}

function placeOf({ division, school }: Pick<IndicatorOptions, 'division' | 'school'>) {
  if (school !== undefined && division === undefined) return { school };
  if (division !== undefined && school === undefined) return { division };
  throw new CommandError('IMPOSSIBLE_VALUE', 'Name either a division or a school.');
}

function whenOf({ asOf, month }: Pick<IndicatorOptions, 'asOf' | 'month'>): string | null {
  if (month === undefined) return asOf ?? null;
  if (asOf !== undefined) throw new CommandError('IMPOSSIBLE_VALUE', 'Name either a day or a month.');
  if (!/^\d{4}-\d{2}$/.test(month)) throw new CommandError('IMPOSSIBLE_VALUE', 'A month is written YYYY-MM.');
  return month;
}

/** For what the running hub is asked, with the rights of a token. */
function withAsker(command: Command, purpose: string): Command {
  return command
    .option('--token-file <file>', 'token of whoever exports it (default: read from the standard input)')
    .option('--hub <url>', 'address of the gateway (default: the one of the settings on this host)')
    .option('--purpose <code>', 'why it is read', purpose);
}

function askerOf({ hub, tokenFile, purpose }: AskerOptions) {
  const { port, now } = loadSettings(undefined, agencyNames, { gateway: false, agencies: [] });
  const token = readFileSync(tokenFile ?? process.stdin.fd, 'utf8').trim();
  return {
    asker: { hub: new URL(hub ?? `http://127.0.0.1:${port}`), token, purpose },
    madeOn: dayInShanghai(createClock(now)()),
  };
}
