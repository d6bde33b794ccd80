import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { REASON_HEADING } from './column-mapping.js';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.js';
import type { FileFormat } from './table-file.js';
import type { TextEncoding } from './text-encoding.js';

/** Rejected rows in clear, in the form of the file that they came from; nobody but its owner may read it. */
export interface RejectFile {
  write(cells: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface RejectFileOptions {
  readonly format: FileFormat;
  /** Of the text that the rows came from; null for a workbook. */
  readonly encoding: TextEncoding | null;
  readonly headings: readonly string[];
}

const OWNER_ONLY = 0o600;

/** @param path that names no file yet: one that others may read would stay readable to them */
export async function createRejectFile(path: string, options: RejectFileOptions): Promise<RejectFile> {
  const file = createWriteStream(path, { mode: OWNER_ONLY, flags: 'wx' });
  await once(file, 'open');
  return options.format === 'xlsx' ? sheetFile(file, options) : textFile(file, options);
}

const COLUMN_WIDTH = 18;
const REASON_WIDTH = 60;

/** To be put right in a spreadsheet, where a number that is typed into a cell of text keeps its 18 digits. */
function sheetFile(stream: WriteStream, { headings }: RejectFileOptions): RejectFile {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet('退回', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map((heading) => ({
    width: heading === REASON_HEADING ? REASON_WIDTH : COLUMN_WIDTH,
    style: { numFmt: '@' },
  }));
  const first = sheet.addRow([...headings]);
  first.font = { bold: true };
  first.commit();
  return {
    write: (cells) => Promise.resolve(sheet.addRow([...cells]).commit()),
    async close() {
      sheet.commit();
      await workbook.commit();
    },
  };
}

async function textFile(
  file: WriteStream,
  { format, encoding, headings }: RejectFileOptions,
): Promise<RejectFile> {
  const put = async (text: string) => {
    const bytes = encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text);
    if (!file.write(bytes)) await once(file, 'drain');
  };
  const lineOf = (cells: readonly string[]) =>
    format === 'csv'
      ? csvLine(cells)
      : `${JSON.stringify(Object.fromEntries(headings.map((name, index) => [name, cells[index]])))}\n`;
  if (format === 'csv') await put(`${encoding === 'gb18030' ? '' : BYTE_ORDER_MARK}${csvLine(headings)}`);
  return {
    write: (cells) => put(lineOf(cells)),
    async close() {
      file.end();
      await finished(file);
    },
  };
}
