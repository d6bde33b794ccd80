import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import exceljs from 'exceljs';
import { BYTE_ORDER_MARK, csvLine } from '../../subgraphs/_kit/import/csv-line.js';
import type { FieldKind } from '../../subgraphs/_kit/import/field-kind.js';
import { CommandError } from '../commands/command-error.js';
import { assertFolder } from '../commands/export-file.js';
import type { ImportableList } from './importable-lists.js';

const COLUMN_WIDTH = 18;
/** Rows in which a value can be chosen; more may be filled in. */
const ROWS_WITH_CHOICES = 500;
/** What a spreadsheet takes as the values of a cell. */
const LONGEST_CHOICES = 250;

interface Column {
  readonly heading: string;
  readonly kind: FieldKind<unknown>;
}

/**
 * An empty list to be filled in, as a workbook or, by the name of the file, as a CSV. What has to be filled in has a star.
 * @returns how many columns it has
 * @throws {CommandError} for a file that is there already, since somebody may have filled it in
 */
export async function writeTemplate({ list, mapping }: ImportableList, path: string): Promise<number> {
  assertFolder(path);
  const write = WRITERS[extname(path).toLowerCase()];
  if (!write)
    throw new CommandError('IMPOSSIBLE_VALUE', 'A form is a workbook or a CSV: give a .xlsx or .csv.');
  if (existsSync(path))
    throw new CommandError('IMPOSSIBLE_VALUE', `There is a file ${path} already, and it may be filled in.`);
  const columns = Object.entries(list.fields).map(([field, kind]) => {
    const heading = mapping.columns[field]?.[0] ?? field;
    return { heading: kind.isRequired ? `${heading}*` : heading, kind };
  });
  await write(path, columns, list.title.zh);
  return columns.length;
}

type Writer = (path: string, columns: readonly Column[], title: string) => Promise<void>;
const WRITERS: Readonly<Record<string, Writer>> = {
  '.csv': (path, columns) =>
    writeFile(path, `${BYTE_ORDER_MARK}${csvLine(columns.map(({ heading }) => heading))}`),
  '.xlsx': writeWorkbook,
};

/** With what belongs into each column, and the values that a cell may have. */
async function writeWorkbook(path: string, columns: readonly Column[], title: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(title);
  for (const [index, { heading, kind }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = COLUMN_WIDTH;
    // Text, or a spreadsheet rounds numbers of 18 digits.
    column.numFmt = '@';
    const cell = sheet.getCell(1, index + 1);
    cell.value = heading;
    cell.font = { bold: kind.isRequired };
    cell.note = `${kind.hint.zh} (${kind.hint.en})`;
    const choices = kind.choices?.join(',') ?? '';
    if (choices === '' || choices.length >= LONGEST_CHOICES) continue;
    for (let row = 2; row <= ROWS_WITH_CHOICES; row += 1)
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${choices}"`],
      };
  }
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  await workbook.xlsx.writeFile(path);
}
