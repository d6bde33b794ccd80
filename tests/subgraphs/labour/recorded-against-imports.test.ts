import { writeFileSync } from 'node:fs';
import { findList } from '../../../cli/imports/importable-lists.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { startAgencyImports, type AgencyImports } from '../_kit/import/import-harness.js';
import { csvOfRows, type ListRow } from '../_kit/import/list-file.js';
import { EMPLOYER, inspector, of, ORDER, RETURN, startCasework, type Casework } from './casework-harness.js';

const CASE: ListRow = {
  name: '入库儿童',
  sex: '男',
  birthDate: '2013-05-06',
  caseNumber: 'TG-FILE-1',
  divisionCode: VILLAGE,
  employerCode: EMPLOYER,
  foundOn: '2026-11-02',
  startedWorkOn: '2026-09-10',
  orderIssuedOn: '',
  returnDueOn: '',
  returnedOn: '',
  enrolledOn: '',
};

let imports: AgencyImports;
let cases: Casework;
let serial = 0;
beforeAll(async () => {
  imports = await startAgencyImports('labour');
  cases = await startCasework(imports.agency);
  for (const table of ['child_labour_case', 'labour_inspection', 'licence_sanction'])
    await imports.agency.rows(`delete from ${table}`);
});
afterAll(() => imports?.close());

/** A complete file of these rows. */
async function take(name: string, rows: readonly ListRow[]) {
  const { list, mapping } = await findList('labour', name);
  const path = imports.path(`${name}-${(serial += 1)}.csv`);
  writeFileSync(path, csvOfRows(rows, mapping));
  const outcome = await imports.take(list, path);
  expect([outcome.state, imports.rejects.flatMap(({ reasons }) => reasons)]).toEqual(['COMMITTED', []]);
  return outcome;
}

async function stored(caseNumber: string) {
  const [row] = await imports.agency.rows<{ readonly row: Record<string, unknown> }>(
    `select to_jsonb(stored) - 'id' - 'recorded' as row from child_labour_case stored where case_number = ?`,
    caseNumber,
  );
  return row?.row;
}

test('what a file leaves open of a case stays as it was recorded, what the file says counts', async () => {
  await take('child-labour-cases', [{ ...CASE, enrolledOn: '2026-11-15' }]);
  const imported = {
    ...(await stored('TG-FILE-1')),
    caseNumber: 'TG-FILE-1',
    version: 1,
    state: '',
    isOpen: true,
  };
  const ordered = await cases.step(imported, 'recordChildLabourOrder', ORDER);
  await cases.step(ordered, 'recordChildLabourReturn', RETURN);

  // The bureau's own system has not heard of the order; it takes back what it said of the enrolment.
  await take('child-labour-cases', [{ ...CASE, startedWorkOn: '2026-09-01', returnedOn: '2026-11-08' }]);
  expect(await stored('TG-FILE-1')).toMatchObject({
    version: 4,
    started_work_on: '2026-09-01',
    order_issued_on: ORDER.issuedOn,
    return_due_on: ORDER.returnDueOn,
    returned_on: '2026-11-08',
    handed_to: RETURN.handedTo,
    cost_bearer: RETURN.costBearer,
    enrolled_on: null,
  });
  const looked = await cases.command(inspector, 'recordChildLabourSchoolContact', {
    ...of({ ...imported, version: 3 }),
    contactedOn: '2026-11-10',
  });
  expect(looked.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('a case that was opened here stays when a complete file does not name it, and its child within reach', async () => {
  await take('child-labour-cases', [CASE, { ...CASE, name: '另名', caseNumber: 'TG-FILE-2' }]);
  const child = await newChild(imports.agency);
  const made = await cases.opened(child);
  await cases.step(made, 'recordChildLabourOrder', ORDER);
  const before = await stored(made.caseNumber);
  // Where the child was known from is gone: the case alone says now where it belongs.
  await imports.agency.rows(`delete from student_scope where student_id = ? and origin = 'TEST'`, child);
  const outcome = await take('child-labour-cases', [CASE]);
  expect(outcome.removed).toBe(1);
  expect(await stored('TG-FILE-2')).toBeUndefined();
  expect(await stored(made.caseNumber)).toEqual(before);
  const { data } = await imports.agency.askForStudents<{
    labour: { childLabourCases: { current: object } };
  }>(inspector, [child], 'labour { childLabourCases { current { caseNumber state } } }');
  expect(data._entities[0]?.labour.childLabourCases.current).toEqual({
    caseNumber: made.caseNumber,
    state: 'RETURN_OVERDUE',
  });
});

test('a file of the bureau that names a case opened here is about that one', async () => {
  const made = await cases.opened();
  const opened = await stored(made.caseNumber);
  await take('child-labour-cases', [
    CASE,
    { ...CASE, caseNumber: made.caseNumber, orderIssuedOn: '2026-11-04', returnDueOn: '2026-11-11' },
  ]);
  expect(await stored(made.caseNumber)).toMatchObject({
    version: 2,
    inspection_code: opened?.['inspection_code'],
    order_issued_on: '2026-11-04',
    // The file has no number of the child.
    student_id: opened?.['student_id'],
  });
  const told = await imports.agency.rows(
    'select from change where student_id = ? and register_version = (select version from register where code = ?)',
    opened?.['student_id'],
    'CHILD_LABOUR_CASES',
  );
  expect(told).toHaveLength(1);
});

test('inspections and sanctions recorded here stay, those of files go with the file', async () => {
  const INSPECTION = {
    employerCode: EMPLOYER,
    divisionCode: VILLAGE,
    inspectedOn: '2026-10-01',
    inspectors: '2',
    kind: '日常巡查',
    minorsFound: '0',
  };
  const SANCTION = { employerCode: EMPLOYER, kind: '罚款', decidedOn: '2026-10-10', amountYuan: '500' };
  const inspections = ['JC-1', 'JC-2'].map((code) => ({ code, ...INSPECTION }));
  const sanctions = ['CF-1', 'CF-2'].map((code) => ({ code, ...SANCTION }));
  await take('inspections', inspections);
  await take('licence-sanctions', sanctions);
  const inspected = await cases.inspected();
  const { sanction } = await cases.command(inspector, 'recordLicenceSanction', {
    employerCode: EMPLOYER,
    kind: 'REVOCATION',
    decidedOn: '2026-11-19',
  });
  await take('inspections', inspections.slice(0, 1));
  await take('licence-sanctions', sanctions.slice(0, 1));
  const codesOf = async (table: string) =>
    (await imports.agency.rows<{ code: string }>(`select code from ${table}`)).map(({ code }) => code);
  const left = await codesOf('labour_inspection');
  expect(left).toEqual(expect.arrayContaining(['JC-1', inspected]));
  expect(left).not.toContain('JC-2');
  expect((await codesOf('licence_sanction')).toSorted()).toEqual(['CF-1', sanction?.code ?? '']);
});
