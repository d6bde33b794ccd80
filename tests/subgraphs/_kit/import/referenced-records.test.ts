import { writeFileSync } from 'node:fs';
import { creditCodeOf } from '../../../../county/register-numbers.js';
import { readMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';
import { employersList } from '../../../../subgraphs/labour/imports/employers.list.js';
import { inspectionsList } from '../../../../subgraphs/labour/imports/inspections.list.js';
import { householdMembersList } from '../../../../subgraphs/police/imports/household-members.list.js';
import { householdsList } from '../../../../subgraphs/police/imports/households.list.js';
import { startAgencyImports, type AgencyImports } from './import-harness.js';
import { csvOfRows, listRow, type ListRow } from './list-file.js';
import { syntheticNumber } from './resident-file.js';

let labour: AgencyImports;
let police: AgencyImports;
beforeAll(async () => {
  labour = await startAgencyImports('labour');
  police = await startAgencyImports('police');
});
afterAll(async () => {
  await labour?.close();
  await police?.close();
});

async function take(imports: AgencyImports, list: ImportedList, rows: readonly ListRow[]) {
  const path = imports.path(`${list.list}.csv`);
  const mapping = readMapping(`subgraphs/${imports.agency.name}/imports/${list.list}.yaml`, list);
  writeFileSync(path, csvOfRows(rows, mapping));
  return imports.take(list, path);
}

test('an employer is named by its own number or by its credit code, and stored by the first', async () => {
  await take(
    labour,
    employersList,
    [1, 2].map((serial) => listRow(employersList, serial, new Map())),
  );
  const inspection = (serial: number, employer: string) =>
    listRow(inspectionsList, serial, new Map([['employerCode', employer]]));
  const outcome = await take(labour, inspectionsList, [
    inspection(1, 'code1'),
    inspection(2, creditCodeOf('1', '520625', 2)),
    inspection(3, 'code9'),
  ]);
  expect(outcome).toMatchObject({ state: 'REJECTED', rejected: 1 });
  expect(labour.rejects.map(({ line, reasons }) => [line, reasons])).toEqual([
    [4, [{ field: 'employerCode', problem: 'RECORD_UNKNOWN' }]],
  ]);
  await take(labour, inspectionsList, [
    inspection(1, 'code1'),
    inspection(2, creditCodeOf('1', '520625', 2)),
  ]);
  expect(
    await labour.agency.rows('select employer_code as code from labour_inspection order by code'),
  ).toEqual([{ code: 'code1' }, { code: 'code2' }]);
});

test('an adult of a household is nobody’s student, a child is nobody’s guardian', async () => {
  await take(police, householdsList, [listRow(householdsList, 1, new Map())]);
  const child = listRow(householdMembersList, 1, new Map());
  const adult = {
    ...child,
    position: '2',
    residentIdNumber: syntheticNumber('1985-02-03', 11),
    birthDate: '1985-02-03',
  };
  expect(await take(police, householdMembersList, [child, adult])).toMatchObject({ state: 'COMMITTED' });
  const members = await police.agency.rows<{ student: string | null; person: string | null }>(
    'select student_id as student, person_id as person from household_member order by position',
  );
  expect(members.map(({ student, person }) => [student === null, person === null])).toEqual([
    [false, true],
    [true, false],
  ]);
});
