import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandError, offered } from './command-error.js';

const FORMATS = { csv: 'csv', xlsx: 'xlsx' } as const;
export const FORMAT_NAMES = Object.keys(FORMATS).join(' or ');

/** As it is asked for, else by the name of the file. */
export const formatOf = (file: string, { format }: { readonly format?: string }) =>
  offered(format ?? (file.endsWith('.xlsx') ? 'xlsx' : 'csv'), FORMATS);

export function assertFolder(file: string): void {
  if (!existsSync(dirname(file)))
    throw new CommandError('UNKNOWN_NAME', `There is no folder ${dirname(file)}.`);
}
