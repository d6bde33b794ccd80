import { existsSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { CommandError, offered } from './command-error.js';

const FORMATS = { csv: 'csv', xlsx: 'xlsx' } as const;
export const FORMAT_NAMES = Object.keys(FORMATS).join(' or ');

/** As it is asked for, else by the name of the file. @throws {CommandError} when neither says it */
export function formatOf(file: string, { format }: { readonly format?: string }): keyof typeof FORMATS {
  if (format !== undefined) return offered(format, FORMATS);
  const ending = extname(file).slice(1).toLowerCase();
  if (ending in FORMATS) return offered(ending, FORMATS);
  throw new CommandError(
    'IMPOSSIBLE_VALUE',
    `${file} ends neither in .csv nor in .xlsx: give such a name, or --format.`,
  );
}

export function assertFolder(file: string): void {
  if (!existsSync(dirname(file)))
    throw new CommandError('UNKNOWN_NAME', `There is no folder ${dirname(file)}.`);
}
