import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { BYTE_ORDER_MARK, csvLine } from '../../subgraphs/_kit/import/csv-line.js';
import { LEDGER_COLUMNS, type LedgerForm, type LedgerFormat, type LedgerWriter } from './ledger-form.js';
import { createWorkbook } from './ledger-workbook.js';

export function createLedgerWriter(path: string, format: LedgerFormat, form: LedgerForm): LedgerWriter {
  return format === 'xlsx' ? createWorkbook(path, form) : createTable(path);
}

/** Headings and lines alone, so that any program reads it. */
function createTable(path: string): LedgerWriter {
  const file = createWriteStream(path, { mode: 0o600 });
  const put = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain');
  };
  const headings = put(`${BYTE_ORDER_MARK}${csvLine(LEDGER_COLUMNS.map(({ heading }) => heading))}`);
  return {
    async line(cells) {
      await headings;
      await put(csvLine(cells.map(String)));
    },
    async end() {
      await headings;
      file.end();
      await finished(file);
    },
    abandon: () => void file.destroy(),
  };
}
