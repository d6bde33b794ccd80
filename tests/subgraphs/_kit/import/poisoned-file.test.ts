import { writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { residentsList } from '../../../../subgraphs/police/imports/residents.list.js';
import { startImports, type ImportHarness } from './import-harness.js';
import { csvOf, residentLine, type ResidentLine } from './resident-file.js';

let imports: ImportHarness;
beforeAll(async () => {
  imports = await startImports('police', residentsList);
});
afterAll(() => imports?.close());

/** The cells of two columns in each other's place. */
function exchanged(line: ResidentLine, one: string, other: string): ResidentLine {
  return { ...line, [one]: line[other] ?? '', [other]: line[one] ?? '' };
}

const GOOD = csvOf([residentLine(1), residentLine(2), residentLine(3)]);

async function problemOf(name: string, contents: string | Buffer): Promise<unknown> {
  writeFileSync(imports.path(name), contents);
  return imports.run(imports.path(name)).then(
    ({ state }) => state,
    (cause: unknown) => (cause as { problem?: string }).problem ?? cause,
  );
}

test.each<[string, string, string | Buffer, string]>([
  ['ends within a quoted cell', 'cut.csv', GOOD.slice(0, -3), 'TABLE_DAMAGED'],
  ['lacks a cell', 'short.csv', GOOD.replace('"男",', ''), 'TABLE_DAMAGED'],
  ['is in no encoding', 'bytes.csv', Buffer.from([0x61, 0xff, 0xff, 0x80, 0x0a]), 'ENCODING_UNREADABLE'],
  ['has a heading that nobody knows', 'heading.csv', GOOD.replace('姓名', '大名'), 'COLUMN_UNKNOWN'],
  ['has two headings for one thing', 'twice.csv', GOOD.replace('户号', '身份证号'), 'COLUMN_REPEATED'],
  ['lacks a column that is needed', 'column.csv', GOOD.replace('性别', '备注'), 'COLUMN_MISSING'],
  ['has headings alone', 'empty.csv', GOOD.split('\r\n')[0] ?? '', 'NO_ROWS'],
  ['is empty', 'nothing.csv', '', 'NO_ROWS'],
  ['has columns swapped', 'swapped.csv', GOOD.replace('姓名,性别', '性别,姓名'), 'REJECTED'],
  [
    'has names where numbers belong, under headings that are right',
    'exchanged.csv',
    csvOf([1, 2, 3].map((serial) => exchanged(residentLine(serial), '姓名', '公民身份号码'))),
    'REJECTED',
  ],
  [
    'has former names where former numbers belong',
    'former.csv',
    csvOf([residentLine(1, { 曾用名: '990625201402150038' })]),
    'REJECTED',
  ],
  ['is no workbook', 'broken.xlsx', 'PK\u0003\u0004', 'WORKBOOK_UNREADABLE'],
  ['is of another kind', 'residents.pdf', '%PDF', 'FORMAT_UNKNOWN'],
  ['is no JSON', 'rows.jsonl', '{"姓名": "测试"', 'TABLE_DAMAGED'],
])('T19 a file that %s changes nothing and says why', async (_what, name, contents, problem) => {
  expect(await problemOf(name, contents)).toBe(problem);
  expect(await imports.agency.rows('select from resident')).toEqual([]);
  expect(await imports.agency.rows('select from import_run')).toEqual([]);
});

test('a formula is refused', async () => {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('常住人口');
  const line = residentLine(1);
  sheet.addRow(Object.keys(line));
  sheet.addRow(Object.values(line)).getCell(3).value = { formula: 'A1', result: '测试' };
  expect(await problemOf('formula.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))).toBe(
    'FORMULA_FOUND',
  );
});
