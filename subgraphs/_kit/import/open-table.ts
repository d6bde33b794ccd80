import { extname } from 'node:path';
import { openCsv } from './csv-file.js';
import { ImportFileError } from './import-error.js';
import { openJsonLines } from './json-lines-file.js';
import { FILE_FORMATS, type FileFormat, type TableFile } from './table-file.js';
import { inspectFile, type FileContents } from './text-encoding.js';
import { openXlsx } from './xlsx-file.js';

export interface OpenedTable extends TableFile, FileContents {
  readonly format: FileFormat;
}

/** @throws {ImportFileError} for a file that cannot be read as a table */
export async function openTable(path: string): Promise<OpenedTable> {
  const format = formatOf(path);
  const contents = await inspectFile(path, format !== 'xlsx');
  const table = await openAs(format, path, contents);
  return { ...table, ...contents, format };
}

export function formatOf(path: string): FileFormat {
  const extension = extname(path).slice(1).toLowerCase();
  const format = FILE_FORMATS.find((known) => known === extension);
  if (!format) throw new ImportFileError('FORMAT_UNKNOWN');
  return format;
}

function openAs(format: FileFormat, path: string, { encoding }: FileContents): Promise<TableFile> {
  if (format === 'xlsx' || encoding === null) return openXlsx(path);
  return format === 'csv' ? openCsv(path, encoding) : openJsonLines(path, encoding);
}
