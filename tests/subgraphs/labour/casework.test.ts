import { createHash, randomUUID } from 'node:crypto';
import { newChild, VILLAGE } from '../../support/children.js';
import {
  EMPLOYER,
  FOUND,
  inspector,
  INSPECTION,
  mutationText,
  of,
  ORDER,
  RETURN,
  startCasework,
  type Casework,
} from './casework-harness.js';

let cases: Casework;
beforeAll(async () => {
  cases = await startCasework();
});
afterAll(() => cases?.close());

test('from the inspection to the enrolment: each fact brings its state, and the register and the feed tell of it', async () => {
  const before = await registerVersion('CHILD_LABOUR_CASES');
  const child = await newChild(cases.agency);
  const inspectionCode = await cases.inspected();
  expect(inspectionCode).toMatch(/^HI[\da-f-]{36}$/);
  const { case: found, errors } = await cases.command(inspector, 'openChildLabourCase', {
    studentId: child,
    inspectionCode,
    ...FOUND,
  });
  expect(errors).toEqual([]);
  if (!found) throw new Error('No case was opened.');
  expect(found).toMatchObject({
    ...FOUND,
    version: 1,
    state: 'FOUND',
    isOpen: true,
    orderIssuedOn: null,
    returnDueOn: null,
    employer: { code: EMPLOYER },
    inspection: { code: inspectionCode },
    division: { code: VILLAGE },
    student: { id: child },
    fine: { monthsOfUse: 2, monthsAfterOrder: 0 },
  });
  expect(found.caseNumber).toMatch(/^HL[\da-f-]{36}$/);
  const ordered = await cases.step(found, 'recordChildLabourOrder', ORDER);
  expect(ordered).toMatchObject({
    version: 2,
    state: 'RETURN_OVERDUE',
    orderIssuedOn: ORDER.issuedOn,
    returnDueOn: ORDER.returnDueOn,
    fine: { monthsAfterOrder: 1 },
  });
  const handedOver = { transferredTo: 'MARKET_SUPERVISION', on: '2026-11-04' };
  const transferred = await cases.step(ordered, 'recordChildLabourTransfer', handedOver);
  expect(transferred).toMatchObject({
    state: 'RETURN_OVERDUE',
    transferredTo: 'MARKET_SUPERVISION',
    transferredOn: '2026-11-04',
  });
  const returned = await cases.step(transferred, 'recordChildLabourReturn', RETURN);
  expect(returned).toMatchObject({ ...RETURN, state: 'RETURNED', isOpen: true });
  const contacted = await cases.step(returned, 'recordChildLabourSchoolContact', {
    contactedOn: '2026-11-10',
  });
  expect(contacted).toMatchObject({
    state: 'SCHOOL_CONTACTED',
    isOpen: false,
    schoolContactedOn: '2026-11-10',
  });
  const enrolled = await cases.step(contacted, 'recordChildLabourEnrolment', { enrolledOn: '2026-11-12' });
  expect(enrolled).toMatchObject({ version: 6, state: 'ENROLLED', isOpen: false, enrolledOn: '2026-11-12' });

  expect(await registerVersion('CHILD_LABOUR_CASES')).toBe(before + 6);
  const told = await cases.agency.rows<{ kind: string }>(
    `select kind from change where student_id = ? and register = 'CHILD_LABOUR_CASES' order by version`,
    child,
  );
  expect(told.map(({ kind }) => kind)).toEqual(['ADDED', ...Array<string>(5).fill('CHANGED')]);
  const [row] = await cases.agency.rows<{ recorded: Record<string, { by: string; on: string }> }>(
    'select recorded from child_labour_case where case_number = ?',
    found.caseNumber,
  );
  expect(row?.recorded['enrolled_on']).toEqual({ by: 'test:labour-inspector', on: '2026-11-20' });
});

async function registerVersion(code: string): Promise<number> {
  const [row] = await cases.agency.rows<{ version: number }>(
    'select version from register where code = ?',
    code,
  );
  return row?.version ?? 0;
}

test('an inspection says what it found, also of minors in business, and a sanction what it costs', async () => {
  const before = await registerVersion('INSPECTIONS');
  const { inspection } = await cases.command(inspector, 'recordLabourInspection', {
    ...INSPECTION,
    minorsInBusiness: 1,
    personsMet: 7,
    site: ' 后厨 ',
  });
  expect(inspection).toMatchObject({
    inspectedOn: INSPECTION.inspectedOn,
    kind: 'COMPLAINT',
    inspectorCount: 2,
    minorsFound: 1,
    minorsInBusiness: 1,
    personsMet: 7,
    site: '后厨',
    employer: { code: EMPLOYER },
    division: { code: VILLAGE },
  });
  const { sanction } = await cases.command(inspector, 'recordLicenceSanction', {
    employerCode: EMPLOYER,
    kind: 'FINE',
    decidedOn: '2026-11-19',
    amountYuan: 10_000,
  });
  expect(sanction).toMatchObject({ kind: 'FINE', decidedOn: '2026-11-19', amountYuan: 10_000 });
  expect(await registerVersion('INSPECTIONS')).toBe(before + 2);
});

test('a child has one open case at an employer, and another one after the first is closed', async () => {
  const child = await newChild(cases.agency);
  const first = await cases.opened(child);
  const again = async () =>
    cases.command(inspector, 'openChildLabourCase', {
      studentId: child,
      inspectionCode: await cases.inspected(),
      ...FOUND,
    });
  expect(await again()).toEqual({ case: null, errors: [{ code: 'OPEN_ALREADY', field: 'studentId' }] });
  const returned = await cases.step(first, 'recordChildLabourReturn', RETURN);
  await cases.step(returned, 'recordChildLabourSchoolContact', { contactedOn: '2026-11-10' });
  expect((await again()).errors).toEqual([]);
});

test('of those who open a case, or record the same step, at the same moment, one does', async () => {
  const studentId = await newChild(cases.agency);
  const inspectionCode = await cases.inspected();
  const five = Array.from({ length: 5 });
  const opened = await Promise.all(
    five.map(() => cases.command(inspector, 'openChildLabourCase', { studentId, inspectionCode, ...FOUND })),
  );
  const others = five.slice(1);
  expect(opened.flatMap(({ errors }) => errors)).toEqual(
    others.map(() => ({ code: 'OPEN_ALREADY', field: 'studentId' })),
  );
  const made = opened.flatMap(({ case: found }) => found ?? [])[0];
  if (!made) throw new Error('No case was opened.');
  const ordered = await Promise.all(
    five.map(() => cases.command(inspector, 'recordChildLabourOrder', { ...of(made), ...ORDER })),
  );
  expect(ordered.flatMap(({ errors }) => errors)).toEqual(
    others.map(() => ({ code: 'STALE_VERSION', field: 'expectedVersion' })),
  );
});

test('the same key records once, and nothing of the child stands in what is kept of the command', async () => {
  const input = {
    idempotencyKey: randomUUID(),
    studentId: await newChild(cases.agency),
    inspectionCode: await cases.inspected(),
    ...FOUND,
  };
  const first = await cases.command(inspector, 'openChildLabourCase', input);
  expect(await cases.command(inspector, 'openChildLabourCase', input)).toEqual(first);
  expect(
    await cases.agency.rows('select from child_labour_case where student_id = ?', input.studentId),
  ).toHaveLength(1);
  const other = await cases.agency.ask(inspector, mutationText('openChildLabourCase'), {
    input: { ...input, childName: '另名' },
  });
  expect(other.errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  const contact = {
    idempotencyKey: randomUUID(),
    ...of(first.case ?? { caseNumber: '', version: 0, state: '', isOpen: true }),
    contactedOn: '2026-11-10',
  };
  await cases.command(inspector, 'recordChildLabourSchoolContact', contact);
  // Of a number and a day a digest may be guessed, of a child's name and birth date never.
  expect(await digestOf(contact.idempotencyKey)).toBe(guessed('recordChildLabourSchoolContact', contact));
  expect(await digestOf(input.idempotencyKey)).not.toBe(guessed('openChildLabourCase', input));
});

async function digestOf(idempotencyKey: string): Promise<string | undefined> {
  const [kept] = await cases.agency.rows<{ digest: string; answer: object }>(
    'select digest, answer from command where idempotency_key = ?',
    idempotencyKey,
  );
  expect(Object.keys(kept?.answer ?? {}).toSorted()).toEqual(['caseNumber', 'errors']);
  return kept?.digest;
}

/** What somebody without the agency's key can make of an input. */
function guessed(name: string, input: object): string {
  const sorted = Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256')
    .update(`${name} ${JSON.stringify(sorted)}`)
    .digest('base64url');
}
