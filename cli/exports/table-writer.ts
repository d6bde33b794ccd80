import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import { BYTE_ORDER_MARK, csvLine } from '../../subgraphs/_kit/import/csv-line.js';
import type { LedgerFormat } from './ledger-form.js';
import { PAGE } from './printed-sheet.js';

export interface TableColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** A plain table, row by row; the file is whole when `end` resolves. */
export interface TableWriter {
  row(cells: readonly string[]): Promise<void>;
  end(): Promise<void>;
  abandon(): void;
}

export function createTableWriter(
  path: string,
  format: LedgerFormat,
  { sheet, columns }: { readonly sheet: string; readonly columns: readonly TableColumn[] },
): TableWriter {
  return format === 'xlsx' ? createSheet(path, sheet, columns) : createCsv(path, columns);
}

function createSheet(path: string, name: string, columns: readonly TableColumn[]): TableWriter {
  const file = createWriteStream(path, { mode: 0o600 });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { ...PAGE, orientation: 'landscape', printTitlesRow: '1:1' },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.font = { bold: true };
  headings.commit();
  return {
    row(cells) {
      sheet.addRow([...cells]).commit();
      return Promise.resolve();
    },
    async end() {
      sheet.commit();
      await workbook.commit();
    },
    abandon: () => void file.destroy(),
  };
}

function createCsv(path: string, columns: readonly TableColumn[]): TableWriter {
  const file = createWriteStream(path, { mode: 0o600 });
  const put = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain');
  };
  const headings = put(`${BYTE_ORDER_MARK}${csvLine(columns.map(({ heading }) => heading))}`);
  return {
    async row(cells) {
      await headings;
      await put(csvLine(cells));
    },
    async end() {
      await headings;
      file.end();
      await finished(file);
    },
    abandon: () => void file.destroy(),
  };
}
