import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { exportHouseholds } from '../../../../cli/exports/export-households.js';
import { loadSettings } from '../../../../settings/settings.js';
import { agencyNames } from '../../../../subgraphs/index.js';
import { makeTemporaryFolder } from '../../../support/temporary-folder.js';
import { testDataDir } from '../../../support/test-server.js';
import { testEnvironment } from '../../../support/test-settings.js';
import { bureauOfficer } from '../education-callers.js';
import { child, householder, startScreening, type Screening } from './screening-harness.js';

let screening: Screening;
let folder: string;
beforeAll(async () => {
  screening = await startScreening();
  folder = makeTemporaryFolder('hub-households-');
  const unchecked = child({ schooling: null, attainedLevel: null, checkedBy: null, checkedOn: null });
  const visits = [
    screening.visit(),
    screening.visit({ members: [householder, unchecked] }),
    screening.visit({ result: 'NOBODY_AT_HOME', members: [] }),
  ];
  for (const visit of visits) expect((await screening.record(visit)).payload.errors).toEqual([]);
  await screening.agency.rows(
    'update screening_assignment set household_count = 400 where code = ?',
    screening.census,
  );
});
afterAll(async () => {
  await screening?.close();
  rmSync(folder, { recursive: true });
});

async function titleOf(scope: string, code: string): Promise<string | undefined> {
  const { data } = await screening.agency.ask<{ householdEducationRegister: { title: string } | null }>(
    bureauOfficer,
    `query ($scope: HouseholdEducationRegisterScope!, $code: String!) {
      householdEducationRegister(scope: $scope, code: $code) { title } }`,
    { scope, code },
  );
  return data.householdEducationRegister?.title;
}

describe('hub export household-register', () => {
  const exported = (name: string) =>
    exportHouseholds(
      loadSettings(
        {
          ...testEnvironment(testDataDir()),
          EDUCATION_DATABASE_URL: screening.agency.databaseUrl,
          HUB_AUDIT_DIR: join(folder, 'audit'),
        },
        agencyNames,
        { gateway: false, agencies: ['education'] },
      ),
      {
        scope: 'VILLAGE',
        code: screening.village,
        format: name.endsWith('xlsx') ? 'xlsx' : 'csv',
        path: join(folder, name),
        by: 'operator-of-the-tests',
        onProgress: () => undefined,
      },
    );

  test('prints a row for each member and one where nobody was met, and tells unknown from none', async () => {
    const { lines, account, title } = await exported('village.csv');
    const text = readFileSync(join(folder, 'village.csv'), 'utf8');
    const [headings, ...rows] = parse(text, { bom: true }) as string[][];
    const at = (heading: string) => headings?.indexOf(heading) ?? -1;
    expect(new Set(rows.map((row) => row[0])).size).toBe(lines);
    const empty = account.notMet + account.movedAway + account.notFound;
    expect(rows).toHaveLength(account.members + empty);
    expect(rows.filter((row) => row[at('姓名')] === '不详')).toHaveLength(empty);
    expect(rows.filter((row) => row[at('文化程度')] === '未核')).toHaveLength(account.unchecked);
    expect(rows.filter((row) => row[at('就学情况')] === '未核')).toHaveLength(account.schoolingUnknown);
    expect(account.schoolingUnknown).toBeGreaterThan(0);
    expect(empty).toBeGreaterThan(0);
    expect(text).not.toMatch(/\d{17}[\dX]/);
    expect(title).toBe(await titleOf('VILLAGE', screening.village));
  });

  test('is a workbook with title, total and an account that says what nobody knows', async () => {
    const { account, title, lines } = await exported('village.xlsx');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(folder, 'village.xlsx'));
    const cellsOf = (sheet: string) => {
      const rows: string[][] = [];
      workbook.getWorksheet(sheet)?.eachRow((row) => {
        rows.push([1, 2, 3].map((column) => row.getCell(column).text));
      });
      return rows;
    };
    const printed = cellsOf('台账');
    expect(printed[0]?.[0]).toBe(title);
    expect(printed.at(-2)?.slice(0, 2)).toEqual(['合计', `${lines} 户 ${account.members} 人`]);
    expect(cellsOf('核对')).toEqual(
      expect.arrayContaining([
        ['户', '未入户', String(account.notVisited)],
        ['人', '未核文化程度', String(account.unchecked)],
        expect.arrayContaining(['核对结果', '尚未全部核清']),
      ]),
    );
  });

  test('refuses an area that is not there', async () => {
    const settings = loadSettings(
      { ...testEnvironment(testDataDir()), EDUCATION_DATABASE_URL: screening.agency.databaseUrl },
      agencyNames,
      { gateway: false, agencies: ['education'] },
    );
    const asked = { scope: 'VILLAGE', code: '520625999999', format: 'csv' } as const;
    await expect(
      exportHouseholds(settings, {
        ...asked,
        path: join(folder, 'none.csv'),
        by: 'x',
        onProgress: () => undefined,
      }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_NAME' });
  });
});
