import { Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { ImportFileError } from './import-error.js';
import type { TableFile, TableRow } from './table-file.js';
import { textOf, type TextEncoding } from './text-encoding.js';

const LONGEST_ROW_CHARACTERS = 1 << 20;

/** @throws {ImportFileError} while rows are read, when one of them does not have the columns of the first line */
export async function openCsv(path: string, encoding: TextEncoding): Promise<TableFile> {
  const parser = parse({
    bom: true,
    delimiter: [',', '\t'],
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW_CHARACTERS,
    info: true,
  });
  const source = Readable.from(textOf(path, encoding));
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
  const records = readable(parser);
  const first = await records.next();
  if (first.done) throw new ImportFileError('NO_ROWS');
  return { headings: first.value.cells, rows: records };
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* readable(parser: AsyncIterable<unknown>): AsyncGenerator<TableRow> {
  try {
    for await (const parsed of parser) {
      const { record, info } = parsed as ParsedRecord;
      yield { line: info.lines, cells: record };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines } = cause as { lines?: number };
    throw new ImportFileError('TABLE_DAMAGED', lines === undefined ? '' : `line ${lines} (第${lines}行)`);
  }
}
