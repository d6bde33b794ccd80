import { writeFileSync } from 'node:fs';
import { createStudentIdentifier } from '../../../../subgraphs/_kit/identity/student-id.js';
import { absencesList } from '../../../../subgraphs/education/imports/absences.list.js';
import { schoolsList } from '../../../../subgraphs/education/imports/schools.list.js';
import { statusChangesList } from '../../../../subgraphs/education/imports/status-changes.list.js';
import { studentStatusList } from '../../../../subgraphs/education/imports/student-status.list.js';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';
import type { ImportOptions } from '../../../../subgraphs/_kit/import/import-options.js';
import { readMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import { agencyKeys } from '../../../../cli/processes/agency-keys.js';
import { testSettings } from '../../../support/test-settings.js';
import { startAgencyImports, type AgencyImports } from './import-harness.js';
import { csvOfRows, listRow, type ListRow } from './list-file.js';

const SCHOOL = '2152900001';
const references = new Map([
  ['schoolCode', SCHOOL],
  ['classCode', ''],
]);
const identifier = createStudentIdentifier(agencyKeys(testSettings(), 'education').digest);

let imports: AgencyImports;
beforeAll(async () => {
  imports = await startAgencyImports('education');
  await imports.agency.rows('delete from absence');
  await take(schoolsList, [listRow(schoolsList, 1, new Map())]);
});
afterAll(() => imports?.close());

let files = 0;
async function take(list: ImportedList, rows: readonly ListRow[], changes?: Partial<ImportOptions>) {
  const path = imports.path(`${(files += 1)}.csv`);
  writeFileSync(path, csvOfRows(rows, readMapping(`subgraphs/education/imports/${list.list}.yaml`, list)));
  return imports.take(list, path, changes);
}

const pupil = (serial: number, changes: ListRow = {}) => ({
  ...listRow(studentStatusList, serial, references),
  ...changes,
});
const absence = (serial: number, changes: ListRow = {}) => ({
  ...listRow(absencesList, serial, references),
  sex: '',
  birthDate: '',
  ...changes,
});
const numberOf = (row: ListRow) => row['residentIdNumber'] ?? '';

async function idsOf(table: string, column = 'source_key'): Promise<readonly string[]> {
  const rows = await imports.agency.rows<{ id: string }>(
    `select student_id as id from ${table} order by ${column}, student_id`,
  );
  return rows.map(({ id }) => id);
}

test('a row that names its child by number and name goes under the id of the number', async () => {
  expect(await take(absencesList, [absence(1)])).toMatchObject({ state: 'COMMITTED', added: 1 });
  expect(await idsOf('absence', 'id')).toEqual([identifier.ofNumber(numberOf(absence(1)))]);
});

test('a row without a number that is valid is taken with sex and birth date, and rejected without', async () => {
  const withoutNumber = { residentIdNumber: '', sex: '女', birthDate: '2015-04-01' };
  expect(await take(absencesList, [absence(1, withoutNumber)])).toMatchObject({ state: 'COMMITTED' });
  await take(absencesList, [absence(1, { ...withoutNumber, sex: '' })]);
  expect(imports.rejects.map(({ reasons }) => reasons)).toEqual([
    [{ field: 'residentIdNumber', problem: 'CHILD_UNTELLABLE' }],
  ]);
});

test('a row that names its child by the number that schools use stands where the child stands', async () => {
  const known = pupil(1, { residentIdNumber: '' });
  await take(studentStatusList, [known, pupil(2)]);
  const named = { childNumber: known['recordNumber'] ?? '', residentIdNumber: '' };
  expect(await take(absencesList, [absence(1, named)])).toMatchObject({ state: 'COMMITTED', added: 1 });
  expect(await idsOf('absence', 'id')).toEqual((await idsOf('student_status')).slice(0, 1));
});

test('two persons on one number are kept apart in every list that names them', async () => {
  const first = pupil(1, { name: '甲一' });
  const second = pupil(2, { residentIdNumber: numberOf(first), name: '乙二' });
  await take(studentStatusList, [first, second]);
  const [firstId, secondId] = await idsOf('student_status');
  expect(firstId).not.toBe(secondId);

  const ofSecond = { residentIdNumber: numberOf(first), name: '乙二' };
  await take(absencesList, [
    absence(1, { ...ofSecond, date: '2026-09-01' }),
    absence(2, { ...ofSecond, date: '2026-09-02' }),
    absence(3, { residentIdNumber: numberOf(first), name: '甲一', date: '2026-09-03' }),
  ]);
  expect(await idsOf('absence', 'date')).toEqual([secondId, secondId, firstId]);

  // With a number of its own, the second is nobody's double any more.
  await take(studentStatusList, [first, pupil(2, { name: '乙二' })]);
  expect(await idsOf('student_status')).toEqual([firstId, identifier.ofNumber(numberOf(pupil(2)))]);
});

test('a row of a school that is on no list is rejected', async () => {
  await take(absencesList, [absence(1, { schoolCode: '2152999999' })]);
  expect(imports.rejects.map(({ reasons }) => reasons)).toEqual([
    [{ field: 'schoolCode', problem: 'RECORD_UNKNOWN' }],
  ]);
});

test('neither additions nor a list beside the main one make a register loaded, a complete main list does', async () => {
  await imports.agency.rows(`delete from register where code in ('ATTENDANCE', 'STUDENT_STATUS')`);
  const change = listRow(statusChangesList, 1, new Map());
  expect(await take(statusChangesList, [change])).toMatchObject({
    state: 'COMMITTED',
    registerVersion: null,
  });
  expect(await take(absencesList, [absence(1)], { isComplete: false })).toMatchObject({
    state: 'COMMITTED',
    registerVersion: null,
  });
  expect(await take(absencesList, [absence(1)])).toMatchObject({ registerVersion: 1 });
  expect(await take(absencesList, [absence(2)], { isComplete: false })).toMatchObject({ registerVersion: 2 });
});
