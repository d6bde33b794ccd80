import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import type { ColumnMapping } from './column-mapping.js';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.js';
import type { RejectedRow } from './read-rows.js';
import { ROW_PROBLEMS } from './row-problems.js';
import type { OpenedTable } from './open-table.js';
import type { FileFormat } from './table-file.js';
import type { TextEncoding } from './text-encoding.js';

/** Rejected rows in the form of the file that they came from, with a column that says why. */
export interface RejectFile {
  /** @param table of the file that the row came from */
  write(row: RejectedRow, table: Pick<OpenedTable, 'headings' | 'encoding'>): Promise<void>;
  close(): Promise<void>;
}

export const REASON_HEADING = '退回原因 (reason)';

export interface RejectFileOptions {
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
}

/** Nothing is written before the first rejected row. */
export function createRejectFile(options: RejectFileOptions): RejectFile {
  const { format, mapping } = options;
  const write = format === 'xlsx' ? sheetWriter(options) : textWriter(options);
  let hasHeadings = false;
  return {
    async write(row, { headings, encoding }) {
      if (!hasHeadings) await write.headings([...headings, REASON_HEADING], encoding);
      hasHeadings = true;
      await write.row([...row.cells, reasonOf(row, mapping)]);
    },
    close: () => write.close(),
  };
}

/** Each reason in both languages, by the official heading of its column; never a value. */
export function reasonOf({ reasons }: RejectedRow, { columns }: ColumnMapping): string {
  return reasons
    .map(({ field, problem }) => {
      const { zh, en } = ROW_PROBLEMS[problem];
      return `${columns[field]?.[0] ?? field}:${zh} (${en})`;
    })
    .join('; ');
}

interface RowWriter {
  headings(cells: readonly string[], encoding: TextEncoding | null): Promise<void>;
  row(cells: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

function sheetWriter({ path }: RejectFileOptions): RowWriter {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = workbook.addWorksheet('退回');
  const add = (cells: readonly string[]) => Promise.resolve(sheet.addRow([...cells]).commit());
  return {
    headings: add,
    row: add,
    async close() {
      sheet.commit();
      await workbook.commit();
    },
  };
}

function textWriter({ path, format }: RejectFileOptions): RowWriter {
  const file = createWriteStream(path, { mode: 0o600 });
  let names: readonly string[] = [];
  let encoding: TextEncoding | null = null;
  const put = async (text: string) => {
    const bytes = encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text);
    if (!file.write(bytes)) await once(file, 'drain');
  };
  return {
    async headings(cells, given) {
      [names, encoding] = [cells, given];
      if (format === 'csv') await put(`${encoding === 'gb18030' ? '' : BYTE_ORDER_MARK}${csvLine(cells)}`);
    },
    row: (cells) =>
      put(
        format === 'csv'
          ? csvLine(cells)
          : `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index]])))}\n`,
      ),
    async close() {
      file.end();
      await finished(file);
    },
  };
}
