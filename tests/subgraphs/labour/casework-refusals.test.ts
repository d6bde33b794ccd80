import { newChild } from '../../support/children.js';
import {
  EMPLOYER,
  FOUND,
  inspector,
  INSPECTION,
  of,
  ORDER,
  RETURN,
  startCasework,
  type Casework,
  type LabourCase,
} from './casework-harness.js';

const TOMORROW = '2026-11-21';

let cases: Casework;
let inspectionCode: string;
let found: LabourCase;
let back: LabourCase;
beforeAll(async () => {
  cases = await startCasework();
  inspectionCode = await cases.inspected();
  await cases.agency.rows(
    `insert into labour_inspection (code, employer_code, division_code, inspected_on, inspectors, kind, minors_found)
     values ('JC-ELSEWHERE', ?, '441900001001', '2026-11-01', 2, 'ROUTINE', 1)`,
    EMPLOYER,
  );
  found = await cases.opened();
  back = await cases.opened();
  back = await cases.step(back, 'recordChildLabourOrder', ORDER);
  back = await cases.step(back, 'recordChildLabourReturn', RETURN);
});
afterAll(() => cases?.close());

async function refusalOf(name: string, input: object): Promise<readonly (string | null)[]> {
  const { errors } = await cases.command(inspector, name, input);
  return errors.flatMap(({ code, field }) => [code, field]);
}

test.each([
  ['who is 16 on the day', { birthDate: '2010-11-02' }, 'OF_WORKING_AGE', 'birthDate'],
  ['found tomorrow', { foundOn: TOMORROW }, 'DATE_IN_FUTURE', 'foundOn'],
  ['found before the inspection', { foundOn: '2026-11-01' }, 'DATE_OUT_OF_ORDER', 'foundOn'],
  ['who began work later', { startedWorkOn: '2026-11-03' }, 'DATE_OUT_OF_ORDER', 'startedWorkOn'],
  ['born after it began work', { birthDate: '2026-09-11' }, 'DATE_OUT_OF_ORDER', 'birthDate'],
  ['with a number for a name', { childName: '520625201305060011' }, 'NAME_INVALID', 'childName'],
  ['found by no inspection', { inspectionCode: 'HI-none' }, 'INSPECTION_NOT_FOUND', 'inspectionCode'],
  ['found in another county', { inspectionCode: 'JC-ELSEWHERE' }, 'INSPECTION_NOT_FOUND', 'inspectionCode'],
  ['whom nobody knows', { studentId: 'a'.repeat(26) }, 'CHILD_NOT_FOUND', 'studentId'],
])('no case is opened of a child %s', async (_who, changes, code, field) => {
  const input = { studentId: await newChild(cases.agency), inspectionCode, ...FOUND, ...changes };
  expect(await refusalOf('openChildLabourCase', input)).toEqual([code, field]);
});

test('a child who turns 16 the day after it was found has a case', async () => {
  const input = { studentId: await newChild(cases.agency), inspectionCode, ...FOUND };
  expect(await refusalOf('openChildLabourCase', { ...input, birthDate: '2010-11-03' })).toEqual([]);
});

const CONTACT = 'recordChildLabourSchoolContact';
const ENROLMENT = 'recordChildLabourEnrolment';
test.each<[what: string, which: 'found' | 'back', name: string, facts: object, code: string, field: string]>([
  [
    'an order of tomorrow',
    'found',
    'recordChildLabourOrder',
    { ...ORDER, issuedOn: TOMORROW, returnDueOn: TOMORROW },
    'DATE_IN_FUTURE',
    'issuedOn',
  ],
  [
    'an order from before the child was found',
    'found',
    'recordChildLabourOrder',
    { ...ORDER, issuedOn: '2026-11-01' },
    'DATE_OUT_OF_ORDER',
    'issuedOn',
  ],
  [
    'an order to return before it',
    'found',
    'recordChildLabourOrder',
    { ...ORDER, returnDueOn: '2026-11-02' },
    'RETURN_DUE_INVALID',
    'returnDueOn',
  ],
  ['a second order', 'back', 'recordChildLabourOrder', ORDER, 'ALREADY_RECORDED', 'caseNumber'],
  [
    'a return of tomorrow',
    'found',
    'recordChildLabourReturn',
    { ...RETURN, returnedOn: TOMORROW },
    'DATE_IN_FUTURE',
    'returnedOn',
  ],
  [
    'a return from before the child was found',
    'found',
    'recordChildLabourReturn',
    { ...RETURN, returnedOn: '2026-11-01' },
    'DATE_OUT_OF_ORDER',
    'returnedOn',
  ],
  ['a second return', 'back', 'recordChildLabourReturn', RETURN, 'ALREADY_RECORDED', 'caseNumber'],
  ['a contact of tomorrow', 'back', CONTACT, { contactedOn: TOMORROW }, 'DATE_IN_FUTURE', 'contactedOn'],
  [
    'a contact from before the child was found',
    'back',
    CONTACT,
    { contactedOn: '2026-11-01' },
    'DATE_OUT_OF_ORDER',
    'contactedOn',
  ],
  [
    'an enrolment of a child still at work',
    'found',
    ENROLMENT,
    { enrolledOn: '2026-11-12' },
    'NOT_RETURNED',
    'caseNumber',
  ],
  [
    'an enrolment from before the return',
    'back',
    ENROLMENT,
    { enrolledOn: '2026-11-08' },
    'DATE_OUT_OF_ORDER',
    'enrolledOn',
  ],
  ['an enrolment of tomorrow', 'back', ENROLMENT, { enrolledOn: TOMORROW }, 'DATE_IN_FUTURE', 'enrolledOn'],
  [
    'a transfer of tomorrow',
    'found',
    'recordChildLabourTransfer',
    { transferredTo: 'POLICE', on: TOMORROW },
    'DATE_IN_FUTURE',
    'on',
  ],
  [
    'a step of a version that is gone',
    'found',
    CONTACT,
    { expectedVersion: 7, contactedOn: '2026-11-10' },
    'STALE_VERSION',
    'expectedVersion',
  ],
  [
    'a step of no case',
    'found',
    CONTACT,
    { caseNumber: 'HL-none', contactedOn: '2026-11-10' },
    'NOT_FOUND',
    'caseNumber',
  ],
])('%s is refused, and changes nothing', async (_what, which, name, facts, code, field) => {
  const made = { found, back }[which];
  const stored = () =>
    cases.agency.rows('select * from child_labour_case where case_number = ?', made.caseNumber);
  const before = await stored();
  expect(await refusalOf(name, { ...of(made), ...facts })).toEqual([code, field]);
  expect(await stored()).toEqual(before);
});

test.each([
  ['of no employer', { employerCode: 'YG-none' }, 'EMPLOYER_NOT_FOUND', 'employerCode'],
  ['of tomorrow', { inspectedOn: TOMORROW }, 'DATE_IN_FUTURE', 'inspectedOn'],
  ['by one inspector', { inspectors: 1 }, 'INSPECTORS_TOO_FEW', 'inspectors'],
  ['that found less than nobody', { minorsFound: -1 }, 'COUNT_INVALID', 'minorsFound'],
  ['that found more than it met', { minorsFound: 3, personsMet: 2 }, 'COUNT_INVALID', 'personsMet'],
  ['with less than nobody in business', { minorsInBusiness: -1 }, 'COUNT_INVALID', 'minorsInBusiness'],
  ['whose site is a telephone number', { site: '138 0000 0000' }, 'SITE_INVALID', 'site'],
  ['whose site is blank', { site: ' ' }, 'SITE_INVALID', 'site'],
])('no inspection is recorded %s', async (_what, changes, code, field) => {
  expect(await refusalOf('recordLabourInspection', { ...INSPECTION, ...changes })).toEqual([code, field]);
});

test.each([
  ['a fine of nothing', { kind: 'FINE', amountYuan: 0 }, 'AMOUNT_INVALID', 'amountYuan'],
  ['a fine without an amount', { kind: 'FINE' }, 'AMOUNT_INVALID', 'amountYuan'],
  ['a revocation with an amount', { kind: 'REVOCATION', amountYuan: 5 }, 'AMOUNT_INVALID', 'amountYuan'],
  ['a decision of tomorrow', { kind: 'REVOCATION', decidedOn: TOMORROW }, 'DATE_IN_FUTURE', 'decidedOn'],
])('%s is no sanction', async (_what, changes, code, field) => {
  const input = { employerCode: EMPLOYER, decidedOn: '2026-11-19', ...changes };
  expect(await refusalOf('recordLicenceSanction', input)).toEqual([code, field]);
});
