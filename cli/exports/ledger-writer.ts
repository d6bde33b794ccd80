import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { BYTE_ORDER_MARK, csvLine } from '../../subgraphs/_kit/import/csv-line.js';
import type { LedgerColumn, LedgerForm, LedgerFormat, LedgerWriter } from './ledger-form.js';
import { createWorkbook } from './ledger-workbook.js';

/** @param columns of the form, as they are printed */
export function createLedgerWriter<Line>(
  path: string,
  format: LedgerFormat,
  form: LedgerForm,
  columns: readonly LedgerColumn<Line>[],
): LedgerWriter<Line> {
  return format === 'xlsx' ? createWorkbook(path, form, columns) : createTable(path, columns);
}

/** Headings and lines alone, so that any program reads it. */
function createTable<Line>(path: string, columns: readonly LedgerColumn<Line>[]): LedgerWriter<Line> {
  const file = createWriteStream(path, { mode: 0o600 });
  const put = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain');
  };
  const headings = put(`${BYTE_ORDER_MARK}${csvLine(columns.map(({ heading }) => heading))}`);
  return {
    async line(line) {
      await headings;
      await put(csvLine(columns.map(({ cell }) => String(cell(line)))));
    },
    async end() {
      await headings;
      file.end();
      await finished(file);
    },
    abandon: () => void file.destroy(),
  };
}
