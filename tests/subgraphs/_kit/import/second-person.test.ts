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
