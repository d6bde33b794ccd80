import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { exportRejects } from '../../cli/imports/export-rejects.js';
import { importFile, type ImportedFile } from '../../cli/imports/import-file.js';
import { findList } from '../../cli/imports/importable-lists.js';
import { loadSettings, type Settings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { csvOf, residentLine, type ResidentLine } from '../subgraphs/_kit/import/resident-file.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment } from '../support/test-settings.js';

/** More than are sealed in one part. */
const ROWS = 1203;
const REASON = '退回原因 (reason)';
const LATER = 31;

let agency: TestAgency;
let folder: string;
let outcome: ImportedFile;
beforeAll(async () => {
  agency = await startTestAgency('police');
  folder = makeTemporaryFolder('hub-rejects-');
  outcome = await imported('residents.csv', (path) => writeFileSync(path, csvOf(LINES)));
});
afterAll(async () => {
  await agency.close();
  rmSync(folder, { recursive: true });
});

/** No row has a birth date that there is. */
const LINES: readonly ResidentLine[] = Array.from({ length: ROWS }, (_, index) =>
  residentLine(index, { 出生日期: '2014-13-15' }),
);

function settingsOn(daysLater = 0): Settings {
  const environment = testEnvironment(testDataDir());
  const now = new Date(new Date(environment['HUB_NOW'] ?? '').getTime() + daysLater * 86_400_000);
  return loadSettings(
    {
      ...environment,
      HUB_NOW: now.toISOString(),
      POLICE_DATABASE_URL: agency.databaseUrl,
      HUB_AUDIT_DIR: join(folder, 'audit'),
    },
    agencyNames,
    { gateway: false, agencies: ['police'] },
  );
}

async function imported(
  name: string,
  write: (path: string) => void | Promise<void>,
  asOf = '2026-11-20',
): Promise<ImportedFile> {
  const path = join(folder, name);
  await write(path);
  return importFile(settingsOn(), await findList('police', 'residents'), path, {
    by: 'operator-of-the-tests',
    asOf,
    dryRun: true,
    onProgress: () => undefined,
  });
}

const taken = (name: string, importId = outcome.importId, settings = settingsOn()) =>
  exportRejects(settings, {
    agency: 'police',
    importId,
    path: join(folder, name),
    by: 'operator-of-the-tests',
  });

test('what is kept of a rejected row is sealed, and the number of rows and days is all that can be read', async () => {
  expect(outcome).toMatchObject({ state: 'REJECTED', rejected: ROWS, rejectsKeptUntil: '2026-12-20' });
  const parts = await agency.rows<{ part: number; rows: number; text: string }>(
    'select part, rows, kept::text as text from import_rejected_part kept where import_id = ? order by part',
    outcome.importId,
  );
  expect(parts.map(({ rows }) => rows)).toEqual([500, 500, 203]);
  for (const { text } of parts) {
    expect(text).not.toMatch(/\d{17}/);
    expect(text).not.toContain(LINES[0]?.['姓名']);
  }
});

test('the operator takes the rows once more in clear, with their reasons, in a file that nobody else can read', async () => {
  const { path, rows } = await taken('back.csv');
  expect(rows).toBe(ROWS);
  expect(statSync(path).mode & 0o077).toBe(0);
  const back: Record<string, string>[] = parse(readFileSync(path), { bom: true, columns: true });
  expect(back).toEqual(LINES.map((line) => ({ ...line, [REASON]: expect.any(String) as string })));
  expect(new Set(back.map((line) => line[REASON]))).toEqual(
    new Set([expect.stringMatching(/^出生日期:/) as string]),
  );
});

test('a workbook comes back as a workbook, for its owner alone', async () => {
  const [line] = LINES;
  if (!line) throw new Error('There is no line.');
  const { importId } = await imported('residents.xlsx', async (path) => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('1');
    sheet.addRow(Object.keys(line));
    sheet.addRow(Object.values(line));
    await workbook.xlsx.writeFile(path);
  });
  await expect(taken('back.csv2', importId)).rejects.toMatchObject({ code: 'IMPOSSIBLE_VALUE' });
  const { path } = await taken('back.xlsx', importId);
  expect(statSync(path).mode & 0o077).toBe(0);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const cells = workbook.worksheets[0]?.getRow(2).values as unknown[];
  expect(cells.slice(1, -1).map((cell) => cell ?? '')).toEqual(Object.values(line));
  // A number that is typed in keeps its digits, and the reason can be read.
  const [sheet] = workbook.worksheets;
  expect(sheet?.getColumn(2).numFmt).toBe('@');
  expect(sheet?.getColumn(cells.length - 1).width).toBeGreaterThan(40);
});

test('what comes back is put right in it and given again; what is wrong still has one column of reasons', async () => {
  const [line] = LINES;
  if (!line) throw new Error('There is no line.');
  const { path } = await taken('again.csv');
  const text = readFileSync(path, 'utf8');
  const again = (name: string, day: string) =>
    imported(name, (given) => writeFileSync(given, text.replaceAll('2014-13-15', day)));
  expect(
    await again('right.csv', String(line['公民身份号码']).replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3')),
  ).toMatchObject({
    state: 'DRY_RUN',
    rejected: 0,
  });
  const { importId } = await again('wrong.csv', '2014-13-16');
  const back: string[][] = parse(readFileSync((await taken('twice.csv', importId)).path), { bom: true });
  expect(back[0]).toEqual([...Object.keys(line), REASON]);
  expect(back[1]).toEqual([
    ...Object.values({ ...line, 出生日期: '2014-13-16' }),
    expect.stringMatching(/^出生日期:/),
  ]);
});

test('taking them stands in the access log of the agency', async () => {
  const { digest } = await taken('logged.csv');
  const owner = await connectAsOwner(agency);
  try {
    const { rows } = await owner.query<{ entry: string }>('select entry::text as entry from access_log');
    const entries = rows.map(({ entry }) => JSON.parse(entry) as { bulk?: { digest: string } });
    expect(entries.find(({ bulk }) => bulk?.digest === digest)).toMatchObject({
      actor: 'operator-of-the-tests',
      role: 'operator',
      purpose: 'DATA_EXCHANGE',
      bulk: {
        rows: ROWS,
        question: { action: 'export-rejects', import: outcome.importId, list: 'residents' },
      },
    });
  } finally {
    await owner.end();
  }
});

test('after thirty days it is said that they have expired, and no file is left', async () => {
  await expect(taken('late.csv', outcome.importId, settingsOn(LATER))).rejects.toMatchObject({
    message: `The rejected rows of import ${outcome.importId} expired on 2026-12-20.`,
  });
  expect(existsSync(join(folder, 'late.csv'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('of an import that rejected nothing, nothing is kept', async () => {
  const { importId, rejectsKeptUntil } = await imported('good.csv', (path) =>
    writeFileSync(path, csvOf([residentLine(1)])),
  );
  expect(rejectsKeptUntil).toBeNull();
  await expect(taken('none.csv', importId)).rejects.toMatchObject({
    message: expect.stringContaining('it had none, or they have expired') as string,
  });
});

test('a list is of today or earlier', async () => {
  const write = (path: string) => writeFileSync(path, csvOf([residentLine(1)]));
  await expect(imported('ahead.csv', write, '2026-11-21')).rejects.toMatchObject({
    code: 'IMPOSSIBLE_VALUE',
  });
  expect(await imported('today.csv', write)).toMatchObject({ state: 'DRY_RUN' });
});

test('a part that somebody has put in the place of another does not open', async () => {
  await agency.rows(
    `update import_rejected_part set sealed = (select sealed from import_rejected_part where import_id = ? and part = 1)
     where import_id = ? and part = 0`,
    outcome.importId,
    outcome.importId,
  );
  await expect(taken('moved.csv')).rejects.toThrow();
  expect(existsSync(join(folder, 'moved.csv'))).toBe(false);
});
