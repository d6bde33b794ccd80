import { writeFileSync } from 'node:fs';
import { describeImport } from '../../../../cli/imports/describe-import.js';
import { residentsList } from '../../../../subgraphs/police/imports/residents.list.js';
import { TEST_NOW } from '../../../support/test-settings.js';
import { startImports, type ImportHarness } from './import-harness.js';
import { csvOf, residentLine, type ResidentLine } from './resident-file.js';

let imports: ImportHarness;
beforeAll(async () => {
  imports = await startImports('police', residentsList);
});
afterAll(() => imports?.close());

const ROWS = 20;
const linesWith = (wrong: number, changes: ResidentLine): ResidentLine[] =>
  Array.from({ length: ROWS }, (_, serial) => residentLine(serial, serial < wrong ? changes : {}));
function csv(name: string, lines: readonly ResidentLine[]): string {
  const path = imports.path(name);
  writeFileSync(path, csvOf(lines));
  return path;
}
const residents = () => imports.agency.rows('select from resident');

test.each<[string, ResidentLine]>([
  ['were rounded by a spreadsheet', { 公民身份号码: '9.90625E+17' }],
  ['disagree, since two columns of dates were exchanged', { 出生日期: '2014-06-01' }],
  ['are none', { 公民身份号码: '123' }],
])('a file most of whose numbers %s waits for a second person, and says why', async (_what, changes) => {
  const path = csv('wrong.csv', linesWith(11, changes));
  const dry = await imports.run(path, { isDryRun: true });
  expect(dry).toMatchObject({ state: 'DRY_RUN', secondPersonFor: 'NUMBERS_WRONG' });
  expect(describeSaid(dry)).toContain('多数身份号码有误');
  const waiting = await imports.run(path);
  expect(waiting).toMatchObject({ state: 'AWAITING_CONFIRMATION', secondPersonFor: 'NUMBERS_WRONG' });
  expect(describeSaid(waiting)).toMatch(/多数身份号码有误[^]+--confirm/);
  expect(await residents()).toEqual([]);
});

const describeSaid = (outcome: Awaited<ReturnType<ImportHarness['run']>>) =>
  describeImport('police', { ...outcome, rejectsKeptUntil: null }, 1000).join('\n');

test('where half of them are wrong, or the rows are few, one person is enough', async () => {
  const changes = { 公民身份号码: '123' };
  const half = await imports.run(csv('half.csv', linesWith(10, changes)), { isDryRun: true });
  expect(half.secondPersonFor).toBeNull();
  const few = csv('few.csv', linesWith(ROWS, changes).slice(1));
  expect((await imports.run(few, { isDryRun: true })).secondPersonFor).toBeNull();
});

test('the list is taken when that person confirms, as of the day that the first one gave', async () => {
  const path = csv('confirmed.csv', linesWith(11, { 公民身份号码: '123' }));
  const asOf = new Date(TEST_NOW.getTime() - 86_400_000);
  const { importId: confirms } = await imports.run(path, { asOf });
  const second = { confirms, importedBy: 'second officer' };
  expect(await imports.run(path, second)).toMatchObject({ state: 'COMMITTED', added: ROWS });
  const runs = await imports.agency.rows<{ isOfThatDay: boolean; by: string }>(
    `select as_of = ?::timestamptz as "isOfThatDay", confirmed_by as by from import_run where state = 'COMMITTED'`,
    asOf.toISOString(),
  );
  expect(runs).toEqual([{ isOfThatDay: true, by: 'second officer' }]);
});

describe('a whole list that is older than the one it would replace', () => {
  const DAY_MS = 86_400_000;
  const dayBefore = (days: number) => new Date(TEST_NOW.getTime() - days * DAY_MS);
  const lines = (from: number) => Array.from({ length: 5 }, (_, serial) => residentLine(100 + from + serial));
  const registerOf = () =>
    imports.agency.rows<{ day: string }>(
      `select (as_of at time zone 'Asia/Shanghai')::date::text as day from register where code = $$RESIDENTS$$`,
    );
  const newer = () => csv('newer.csv', [...linesWith(0, {}), ...lines(0)]);
  const older = () => csv('older.csv', linesWith(0, {}));
  beforeAll(async () => {
    expect(await imports.run(newer())).toMatchObject({ state: 'COMMITTED', secondPersonFor: null });
  });

  test('waits for a second person, tried or in earnest, with the code and in both languages', async () => {
    const dry = await imports.run(older(), { asOf: dayBefore(1), isDryRun: true });
    expect(dry).toMatchObject({ state: 'DRY_RUN', secondPersonFor: 'OLDER_LIST', removed: 5 });
    const before = await residents();
    const waiting = await imports.run(older(), { asOf: dayBefore(1) });
    expect(waiting).toMatchObject({ state: 'AWAITING_CONFIRMATION', secondPersonFor: 'OLDER_LIST' });
    expect(describeSaid(waiting)).toMatch(/OLDER_LIST: [^]*--additions[^]*数据日期早于已导入名册/);
    expect(await residents()).toHaveLength(before.length);
    expect(await registerOf()).toEqual([{ day: '2026-11-20' }]);
    // Whoever gave it cannot confirm it.
    const { importId: confirms } = waiting;
    await expect(imports.run(older(), { asOf: dayBefore(1), confirms })).rejects.toMatchObject({
      problem: 'SAME_PERSON',
    });
  });

  test('of the same day, or as additions, it is taken at once', async () => {
    const later = new Date(TEST_NOW.getTime() + 3_600_000);
    expect(await imports.run(newer(), { asOf: later })).toMatchObject({ state: 'COMMITTED' });
    expect((await imports.run(older(), { isDryRun: true })).secondPersonFor).toBeNull();
    const added = csv('added.csv', lines(50));
    expect(await imports.run(added, { asOf: dayBefore(9), isComplete: false })).toMatchObject({
      state: 'COMMITTED',
      added: 5,
    });
    // What is added later makes the whole no older.
    expect((await imports.run(older(), { asOf: dayBefore(1), isDryRun: true })).secondPersonFor).toBe(
      'OLDER_LIST',
    );
  });

  test('is taken when a second person confirms, and the register is of that day then', async () => {
    const { importId: confirms } = await imports.run(older(), { asOf: dayBefore(2) });
    expect(await imports.run(older(), { confirms, importedBy: 'second officer' })).toMatchObject({
      state: 'COMMITTED',
      removed: 10,
    });
    expect(await registerOf()).toEqual([{ day: '2026-11-18' }]);
    // From there it goes on: a list of the day after replaces an older one.
    expect(await imports.run(newer(), { asOf: dayBefore(1) })).toMatchObject({ state: 'COMMITTED' });
    expect(await registerOf()).toEqual([{ day: '2026-11-19' }]);
  });

  test('a register that no file filled has its day all the same', async () => {
    await imports.agency.rows('delete from import_run');
    expect((await imports.run(older(), { asOf: dayBefore(3), isDryRun: true })).secondPersonFor).toBe(
      'OLDER_LIST',
    );
    expect((await imports.run(older(), { asOf: dayBefore(1), isDryRun: true })).secondPersonFor).toBeNull();
  });
});
