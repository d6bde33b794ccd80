import exceljs, { type CellValue } from 'exceljs';
import { assertSoundZip } from './sound-zip.js';
import { ImportFileError } from './import-error.js';
import type { TableFile, TableRow } from './table-file.js';

export const MOST_SHEET_ROWS = 100_000;
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
/** From here on a sheet holds whole numbers in fifteen digits, and the rest of an ID number is lost. */
const LEAST_UNSAFE_NUMBER = 1e15;

/**
 * The first sheet of a workbook, its first row as the headings.
 * @throws {ImportFileError} when it is no workbook, unpacks to too much, or, while rows are read, holds a formula
 */
export async function openXlsx(path: string): Promise<TableFile> {
  await assertSoundZip(path, MOST_UNPACKED_BYTES);
  const rows = readableRows(path);
  const first = await rows.next();
  if (first.done) throw new ImportFileError('NO_ROWS');
  return { headings: first.value.cells.map((cell) => cell.trim()), rows };
}

/** What the library stumbles over in a damaged workbook is the file's fault, whatever it calls it. */
async function* readableRows(path: string): AsyncGenerator<TableRow> {
  try {
    yield* sheetRows(path);
  } catch (cause) {
    throw cause instanceof ImportFileError
      ? cause
      : new ImportFileError('WORKBOOK_UNREADABLE', '', { cause });
  }
}

async function* sheetRows(path: string): AsyncGenerator<TableRow> {
  const workbook = new exceljs.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  let width = 0;
  let count = 0;
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (cell.formula) throw new ImportFileError('FORMULA_FOUND', cell.address);
        cells[column - 1] = textOfCell(cell.value);
      });
      if (cells.every((cell) => cell === '')) continue;
      if ((count += 1) > MOST_SHEET_ROWS + 1) throw new ImportFileError('WORKBOOK_TOO_LARGE');
      width ||= cells.length;
      if (cells.length > width)
        throw new ImportFileError('TABLE_DAMAGED', `row ${row.number} (第${row.number}行)`);
      yield { line: row.number, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') };
    }
    return;
  }
}

function textOfCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number')
    return Math.abs(value) >= LEAST_UNSAFE_NUMBER ? value.toExponential() : String(value);
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map(({ text }) => text).join('');
    if ('text' in value) return String(value.text);
    if ('error' in value) return value.error;
    return '';
  }
  return String(value);
}
