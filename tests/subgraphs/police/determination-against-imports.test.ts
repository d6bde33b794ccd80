import { writeFileSync } from 'node:fs';
import { findList } from '../../../cli/imports/importable-lists.js';
import { VILLAGE } from '../../support/children.js';
import { startAgencyImports, type AgencyImports } from '../_kit/import/import-harness.js';
import { csvOfRows, type ListRow } from '../_kit/import/list-file.js';
import { syntheticNumber } from '../_kit/import/resident-file.js';
import { determine } from './determination-harness.js';

const REQUEST: ListRow = {
  residentIdNumber: syntheticNumber('2013-05-06', 611),
  name: '入库儿童',
  sex: '男',
  birthDate: '2013-05-06',
  residenceDivisionCode: VILLAGE,
  requestedOn: '2026-10-08',
  requestedBy: '学校',
  determinedOn: '',
  result: '',
};
const named = (name: string, serial: number) => ({
  ...REQUEST,
  name,
  residentIdNumber: syntheticNumber('2013-05-06', serial),
});
const OTHER = named('另名', 613);
const THIRD = named('第三名', 615);
const FOUND = { requestedOn: '2026-10-08', determinedOn: '2026-11-12', result: 'CONTACT_FOUND' };

let imports: AgencyImports;
let studentId: string;
let serial = 0;
beforeAll(async () => {
  imports = await startAgencyImports('police');
  await imports.agency.rows('delete from missing_person_determination');
  await take([REQUEST, OTHER]);
  const [row] = await imports.agency.rows<{ id: string }>(
    'select student_id as id from missing_person_determination where name = ?',
    REQUEST['name'],
  );
  studentId = row?.id ?? '';
});
afterAll(() => imports?.close());

/** A complete file of these rows. */
async function take(rows: readonly ListRow[]): Promise<void> {
  const { list, mapping } = await findList('police', 'missing-persons');
  const path = imports.path(`missing-persons-${(serial += 1)}.csv`);
  writeFileSync(path, csvOfRows(rows, mapping));
  const { state } = await imports.take(list, path);
  expect([state, imports.rejects.flatMap(({ reasons }) => reasons)]).toEqual(['COMMITTED', []]);
}

const stored = () =>
  imports.agency.rows(
    `select name, requested_on::text as "requestedOn", requested_by as "requestedBy",
       determined_on::text as "determinedOn", result
     from missing_person_determination order by requested_on, name`,
  );

test('a request of a file stays determined though the file still has it open, and though it names it no more', async () => {
  expect(await determine(imports.agency, { studentId, ...FOUND })).toEqual([]);
  const determined = { name: '入库儿童', requestedBy: 'SCHOOL', ...FOUND };
  await take([{ ...REQUEST, requestedBy: '家属' }, OTHER]);
  expect(await stored()).toMatchObject([
    { ...determined, requestedBy: 'FAMILY' },
    { name: '另名', determinedOn: null },
  ]);
  await take([THIRD]);
  expect(await stored()).toMatchObject([{ ...determined, requestedBy: 'FAMILY' }, { name: '第三名' }]);
});

test('a determination made here stays when a complete file does not name it, and one that it names is the same', async () => {
  const later = { requestedOn: '2026-11-15', determinedOn: '2026-11-16', result: 'MISSING' };
  expect(await determine(imports.agency, { studentId, ...later })).toEqual([]);
  await take([REQUEST]);
  expect(await stored()).toMatchObject([FOUND, later]);
  await take([
    REQUEST,
    { ...REQUEST, requestedOn: '2026-11-15', determinedOn: '2026-11-17', result: '查无此人' },
  ]);
  expect(await stored()).toMatchObject([
    FOUND,
    { requestedOn: '2026-11-15', determinedOn: '2026-11-17', result: 'NO_SUCH_PERSON' },
  ]);
});
