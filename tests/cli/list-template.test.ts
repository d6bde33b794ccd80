import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatOf } from '../../cli/commands/export-file.js';
import { findList, type ImportableList } from '../../cli/imports/importable-lists.js';
import { writeTemplate } from '../../cli/imports/list-template.js';
import { fieldsOfColumns } from '../../subgraphs/_kit/import/column-mapping.js';
import { openTable } from '../../subgraphs/_kit/import/open-table.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

let folder: string;
let importable: ImportableList;
beforeAll(async () => {
  folder = makeTemporaryFolder('hub-template-');
  importable = await findList('education', 'student-status');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['form.csv', 'form.xlsx', 'FORM.XLSX'])(
  'the form %s is what its name says, and the import knows every heading',
  async (name) => {
    const path = join(folder, name);
    const { list, mapping } = importable;
    expect(await writeTemplate(importable, path)).toBe(Object.keys(list.fields).length);
    const { headings, format } = await openTable(path);
    expect(format).toBe(name.slice(-4).toLowerCase() === '.csv' ? 'csv' : 'xlsx');
    expect(fieldsOfColumns(headings, mapping, list)).toEqual(Object.keys(list.fields));
    if (format === 'csv') expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  },
);

test('a form that somebody may have filled in is not written over', async () => {
  const path = join(folder, 'filled.xlsx');
  writeFileSync(path, 'filled in');
  await expect(writeTemplate(importable, path)).rejects.toMatchObject({ code: 'IMPOSSIBLE_VALUE' });
  expect(readFileSync(path, 'utf8')).toBe('filled in');
});

test.each(['form.jsonl', 'form.pdf', 'form'])('nothing is written as %s', async (name) => {
  const path = join(folder, name);
  await expect(writeTemplate(importable, path)).rejects.toMatchObject({ code: 'IMPOSSIBLE_VALUE' });
  expect(existsSync(path)).toBe(false);
});

test('a folder that is not there is named', async () => {
  const path = join(folder, 'none', 'form.xlsx');
  await expect(writeTemplate(importable, path)).rejects.toMatchObject({ code: 'UNKNOWN_NAME' });
});

test('an export has the form of its name, or the one that is asked for', () => {
  expect(['a.csv', 'a.xlsx', 'A.XLSX'].map((file) => formatOf(file, {}))).toEqual(['csv', 'xlsx', 'xlsx']);
  expect(formatOf('a', { format: 'xlsx' })).toBe('xlsx');
  for (const file of ['ledger.pdf', 'ledger', 'ledger.xls'])
    expect(() => formatOf(file, {})).toThrow('neither in .csv nor in .xlsx');
});
