import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { parse } from 'csv-parse/sync';
import { exportLedger } from '../../cli/exports/export-ledger.js';
import type { ExportRequest } from '../../cli/exports/export-request.js';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { loadSettings, type Settings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment } from '../support/test-settings.js';

let agency: TestAgency;
let settings: Settings;
let folder: string;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  folder = makeTemporaryFolder('hub-export-');
  settings = loadSettings(
    {
      ...testEnvironment(testDataDir()),
      COORDINATION_DATABASE_URL: agency.databaseUrl,
      HUB_AUDIT_DIR: join(folder, 'audit'),
    },
    agencyNames,
    { gateway: false, agencies: ['coordination'] },
  );
});
afterAll(async () => {
  await agency.close();
  rmSync(folder, { recursive: true });
});

const HEADINGS =
  '序号,姓名,性别,出生日期,公民身份号码,户籍地,居住地,就读学校,年级,班级,就学状况,状况依据,起始日期,重点关注群体,未销疑点,备注'.split(
    ',',
  );
const progress: number[] = [];

async function exported(name: string, request: Partial<ExportRequest> = {}) {
  const path = join(folder, name);
  const done = await exportLedger(settings, {
    scope: 'COUNTY',
    code: '520625',
    kind: 'SCHOOL_AGE_CHILDREN',
    format: name.endsWith('xlsx') ? 'xlsx' : 'csv',
    path,
    by: 'operator-of-the-tests',
    onProgress: (lines) => progress.push(lines),
    ...request,
  });
  return { path, ...done };
}

interface StoredLine {
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly masked: string | null;
  readonly school: string | null;
  readonly class: string | null;
}

const storedLines = () =>
  agency.rows<StoredLine>(
    `select name, sex, birth_date::text as "birthDate", masked_resident_id_number as masked, school_name as school,
       coalesce(class_name, class_code) as class
     from school_age_entry order by name, student_id`,
  );

/** A table cell for each line: what stands in the register, in the form's words. */
const asPrinted = (lines: readonly StoredLine[]) =>
  lines.map(({ name, sex, birthDate, masked, school, class: ofClass }, index) => [
    String(index + 1),
    name,
    sex === 'MALE' ? '男' : '女',
    birthDate,
    masked ?? '',
    school ?? '',
    ofClass ?? '',
  ]);
const chosen = (row: readonly string[]) => [...row.slice(0, 5), row[7] ?? '', row[9] ?? ''];

async function sheetOf(
  path: string,
  sheet: string,
): Promise<{ rows: string[][]; worksheet: exceljs.Worksheet }> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const worksheet = workbook.getWorksheet(sheet);
  if (!worksheet) throw new Error(`There is no sheet ${sheet}.`);
  const rows: string[][] = [];
  worksheet.eachRow((row) => {
    const values = row.values as (string | number | undefined)[];
    rows.push(Array.from({ length: worksheet.columnCount }, (_, index) => String(values[index + 1] ?? '')));
  });
  return { rows, worksheet };
}

test('a CSV holds the headings and every child once, in UTF-8 that a spreadsheet recognises', async () => {
  const { path, lines, account } = await exported('county.csv');
  const bytes = readFileSync(path);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [headings, ...rows] = parse(bytes, { bom: true }) as string[][];
  expect(headings).toEqual(HEADINGS);
  const stored = await storedLines();
  expect(rows.map(chosen)).toEqual(asPrinted(stored));
  // Of nearly all who study here there is a name, and no code is read in its place.
  expect(rows.filter((row) => /^.年级（\d+）班$/.test(row[9] ?? '')).length).toBeGreaterThan(100);
  expect([lines, account.universe, account.isReconciled]).toEqual([stored.length, stored.length, true]);
  expect(progress.at(-1)).toBe(stored.length);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a workbook is the printed form: title, headings, lines, total, who made and who checked it', async () => {
  const { path, title } = await exported('county.xlsx');
  const { rows, worksheet } = await sheetOf(path, '台账');
  const stored = await storedLines();
  expect(rows).toHaveLength(3 + stored.length + 2);
  expect(rows[0]?.[0]).toBe(title);
  expect(rows[1]?.[0]).toMatch(/^编制单位：控辍保学工作领导小组办公室 +数据截止：2026-11-\d\d +比对编号：/);
  expect(rows[2]).toEqual(HEADINGS);
  expect(rows.slice(3, -2).map(chosen)).toEqual(asPrinted(stored));
  expect(rows.at(-2)?.slice(0, 2)).toEqual(['合计', `${stored.length} 人`]);
  expect(rows.at(-1)?.[0]).toMatch(/^制表单位：.+填报人：.+审核人：.+制表日期：2026-11-20$/);
  expect(worksheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    paperSize: 9,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:3',
  });
  expect(worksheet.getColumn(2).width).toBeGreaterThan(10);
  expect(worksheet.getCell('A1').isMerged).toBe(true);
});

/** A line of the form's size takes at least this much, in points. */
const LINE_POINTS = 13;
/** Sides of A4 are so far apart that more Latin letters than these would be printed in less than seven points. */
const MOST_LETTERS = 225;
const lettersOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 2 : 1), 0);

test.each(['台账', '核对'])('on the sheet %s nothing is cut off, and it can be read', async (sheet) => {
  const [child] = await agency.rows<{ id: string; groups: unknown }>(
    `select student_id as id, to_json(focus_groups)::text as groups from school_age_entry
     where school_code is not null order by student_id limit 1`,
  );
  const groups = 'FINANCIAL_HARDSHIP,REGISTERED_POVERTY,MONITORED,SUBSISTENCE_ALLOWANCE,DISABLED,LEFT_BEHIND';
  await agency.rows(
    `update school_age_entry set focus_groups = string_to_array(?, ',') where student_id = ?`,
    groups,
    child?.id,
  );
  const { worksheet, rows } = await sheetOf((await exported(`${sheet}.xlsx`)).path, sheet);
  await agency.rows(
    `update school_age_entry set focus_groups = array(select json_array_elements_text(?::json)) where student_id = ?`,
    child?.groups,
    child?.id,
  );
  const widths = worksheet.columns.map(({ width }) => width ?? 0);
  const total = widths.reduce((sum, width) => sum + width, 0);
  expect(total).toBeLessThan(MOST_LETTERS);
  const cut = rows.flatMap((cells, index) => {
    const row = worksheet.getRow(index + 1);
    const isMerged = row.getCell(1).isMerged;
    const lines = (isMerged ? cells.slice(0, 1) : cells).map((cell, column) => {
      const size = row.getCell(column + 1).font.size ?? 0;
      return (
        (Math.ceil((lettersOf(cell) * (size / 10)) / (isMerged ? total : (widths[column] ?? 0))) * size) / 10
      );
    });
    return row.height >= Math.max(...lines) * LINE_POINTS ? [] : [cells];
  });
  expect(cut).toEqual([]);
});

test('the ledger of leavers has room for where they went on to, which no register says', async () => {
  const { path } = await exported('leavers.csv', { kind: 'JUNIOR_LEAVERS' });
  const [headings] = parse(readFileSync(path), { bom: true }) as string[][];
  expect(headings?.slice(-2)).toEqual(['毕业去向', '备注']);
});

test('the second sheet adds up by residence and by place of study', async () => {
  const { path, account } = await exported('totals.xlsx');
  const { rows } = await sheetOf(path, '核对');
  const sumOf = (breakdown: string) =>
    rows.filter(([first]) => first === breakdown).reduce((sum, row) => sum + Number(row[2]), 0);
  expect(sumOf('总人数')).toBe(account.universe);
  expect(sumOf('按居住地')).toBe(account.universe);
  expect(sumOf('按就学去向')).toBe(account.universe);
  expect(rows).toContainEqual(['核对结果', '账实相符', '']);
  const names = rows.filter(([first]) => first === '按居住地').map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(['峨岭街道', '县外']));
});

test('no number stands in full in any file', async () => {
  const { path } = await exported('numbers.csv');
  expect(readFileSync(path, 'utf8')).not.toMatch(/\d{17}[\dX]/);
});

test('a name that a spreadsheet would run as a formula is a text', async () => {
  const [child] = await agency.rows<{ id: string; name: string }>(
    'select student_id as id, name from school_age_entry order by student_id limit 1',
  );
  await agency.rows('update school_age_entry set name = ? where student_id = ?', '=1+1', child?.id);
  try {
    const { path: csv } = await exported('formula.csv');
    expect(readFileSync(csv, 'utf8')).toContain(`"'=1+1"`);
    const { rows } = await sheetOf((await exported('formula.xlsx')).path, '台账');
    expect(rows.filter((row) => row[1] === '=1+1')).toHaveLength(1);
  } finally {
    await agency.rows('update school_age_entry set name = ? where student_id = ?', child?.name, child?.id);
  }
});

test('a ledger of one kind and one school holds these children alone', async () => {
  const [school] = await agency.rows<{ code: string; children: number }>(
    `select school_code as code, count(*)::int as children from school_age_entry
     where standing = 'OUT_OF_SCHOOL' and school_code is not null group by 1 order by 1 limit 1`,
  );
  const { path, title, lines } = await exported('school.csv', {
    scope: 'SCHOOL',
    code: school?.code ?? '',
    kind: 'DROPOUTS',
  });
  expect(title).toMatch(/辍学学生台账$/);
  expect(lines).toBe(school?.children);
  expect((parse(readFileSync(path), { bom: true }) as string[][]).slice(1)).toHaveLength(lines);
});

test('every export stands in the access log, with who made it and the digest of the file', async () => {
  const { path, lines, digest } = await exported('logged.xlsx');
  expect(digest).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  const owner = await connectAsOwner(agency);
  try {
    const { rows } = await owner.query<{ entry: string }>(
      'select entry::text as entry from access_log order by at desc limit 20',
    );
    const entry = rows
      .map(({ entry }) => JSON.parse(entry) as Record<string, unknown>)
      .find(({ bulk }) => (bulk as { digest?: string } | undefined)?.digest === digest);
    expect(entry).toMatchObject({
      actor: 'operator-of-the-tests',
      role: 'operator',
      purpose: 'SUPERVISION',
      bulk: {
        rows: lines,
        isComplete: true,
        question: { action: 'export-ledger', scope: 'COUNTY', code: '520625', format: 'xlsx' },
      },
    });
  } finally {
    await owner.end();
  }
});

test('without an entry in the access log there is no file', async () => {
  const { serving } = agencyDatabaseNames('coordination');
  const owner = await connectAsOwner(agency);
  try {
    await owner.query(`revoke insert on access_log from ${serving}`);
    await expect(exported('unlogged.csv')).rejects.toMatchObject({ code: 'DATABASE_UNUSABLE' });
    expect(readdirSync(folder).filter((name) => name.startsWith('unlogged'))).toEqual([]);
  } finally {
    await owner.query(`grant insert on access_log to ${serving}`);
    await owner.end();
  }
});

test('an area that is not there is said, and leaves no file', async () => {
  for (const [scope, code] of [
    ['SCHOOL', '0'],
    ['TOWNSHIP', '520625999'],
    ['COUNTY', '652301'],
  ] as const)
    await expect(exported('none.csv', { scope, code })).rejects.toMatchObject({ code: 'UNKNOWN_NAME' });
  expect(existsSync(join(folder, 'none.csv'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});
