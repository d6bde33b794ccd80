import { readRow, type ReadRow, type RejectedRow, type RowReader } from './read-rows.js';
import type { TableRow } from './table-file.js';

const BATCH_ROWS = 2_000;

export interface RowBatch {
  /** Keys that the file names here for the first time. */
  readonly keys: readonly string[];
  readonly rows: readonly (ReadRow | RejectedRow)[];
}

/** Rows as they are understood, some at a time; a key that an earlier row has is refused. The last batch may be empty. */
export async function* readBatches(
  given: AsyncIterable<TableRow>,
  reader: RowReader,
): AsyncGenerator<RowBatch> {
  const seen = new Set<string>();
  let keys: string[] = [];
  let rows: (ReadRow | RejectedRow)[] = [];
  for await (const tableRow of given) {
    const row = readRow(tableRow, reader);
    const isRepeated = row.sourceKey !== null && seen.has(row.sourceKey);
    rows.push(isRepeated ? repeated(row, reader.list.key[0] ?? '') : row);
    if (row.sourceKey !== null && !isRepeated) {
      seen.add(row.sourceKey);
      keys.push(row.sourceKey);
    }
    if (rows.length < BATCH_ROWS) continue;
    yield { keys, rows };
    keys = [];
    rows = [];
  }
  yield { keys, rows };
}

export function isRefused(row: object): row is RejectedRow {
  return 'reasons' in row;
}

export function isTaken<Row extends object>(row: Row): row is Exclude<Row, RejectedRow> {
  return !isRefused(row);
}

function repeated(row: ReadRow | RejectedRow, field: string): RejectedRow {
  if (isRefused(row)) return row;
  const { line, cells, sourceKey } = row;
  return { line, cells, sourceKey, reasons: [{ field, problem: 'RECORD_REPEATED' }] };
}
