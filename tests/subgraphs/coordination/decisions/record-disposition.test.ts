import {
  DISPOSITIONS,
  type DispositionCode,
} from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { type TestCaller } from '../../../support/callers.js';
import { listedPupils } from '../register-rows.js';
import {
  decide,
  endRun,
  inDays,
  keyOf,
  newKey,
  paper,
  stateOf,
  TODAY,
  verifierOf,
  type Found,
} from './difference-rows.js';

const KIND = 'PERSON_WITHOUT_STATUS';
const NUMBER_OF_CHILDREN = 24;

let agency: TestAgency;
let children: Found[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const pupils = await listedPupils(agency, NUMBER_OF_CHILDREN);
  children = pupils.map(({ studentId, schoolCode }) => ({ kind: KIND, studentId, schoolCode }));
  await endRun(agency, TODAY, children);
});
afterAll(() => agency.close());

/** Another child for each case: what is decided on one stays with it. */
let taken = 0;
function nextChild(): Found {
  const child = children[(taken += 1)];
  if (!child) throw new Error('The test needs more children.');
  return child;
}
const casesOf = ({ studentId }: Found) =>
  agency.rows<{ caseNumber: string; state: string; basis: string; closedOn: string | null }>(
    `select case_number as "caseNumber", state, basis, closed_on::text as "closedOn" from dropout_case
     where student_id = ? and opened_on >= ?::date`,
    studentId,
    TODAY,
  );

test.each<[DispositionCode, object, object, string, string | null]>([
  [
    'ID_CORRECTED',
    { family: 'REGISTER_ERROR', countsInNumerator: false, countsInDenominator: true },
    {},
    'AWAITING_REPAIR',
    null,
  ],
  ['PERSON_NOT_FOUND', { family: 'REGISTER_ERROR', countsInDenominator: false }, {}, 'CLOSED_OUT', null],
  [
    'IN_SCHOOL_IN_COUNTY',
    { family: 'IN_SCHOOL', countsInNumerator: true, countsInDenominator: true },
    {},
    'CLOSED_OUT',
    null,
  ],
  [
    'IN_SCHOOL_OUT_OF_COUNTY',
    { family: 'IN_SCHOOL', countsInNumerator: true },
    {},
    'CLOSED_OUT',
    '2027-02-21',
  ],
  [
    'ABROAD',
    { family: 'OUT_OF_SCOPE', countsInNumerator: false, countsInDenominator: false },
    {},
    'CLOSED_OUT',
    inDays(364),
  ],
  [
    'SUSPENDED_APPROVED',
    { family: 'APPROVED_ABSENCE', countsInNumerator: false, countsInDenominator: true },
    { approvedUntil: inDays(100) },
    'CLOSED_OUT',
    inDays(100),
  ],
  [
    'MEDICALLY_UNABLE',
    { family: 'APPROVED_ABSENCE' },
    { approvedUntil: inDays(30) },
    'CLOSED_OUT',
    inDays(30),
  ],
  ['TRANSFER_IN_TRANSIT', { family: 'OPEN', countsInDenominator: true }, {}, 'OPEN', inDays(41)],
  ['MISSING_REPORTED', { family: 'OPEN', countsInNumerator: false }, {}, 'OPEN', null],
  [
    'CONFIRMED_NOT_ENROLLED',
    { family: 'TRUE', countsInNumerator: false, countsInDenominator: true },
    {},
    'OPEN',
    null,
  ],
  ['CONFIRMED_DROPOUT', { family: 'TRUE' }, {}, 'OPEN', null],
])('%s: %j', async (code, effect, change, state, validUntil) => {
  const child = nextChild();
  const [kind] = DISPOSITIONS[code].evidenceKinds;
  const verifier = verifierOf(code);
  const decided = await decide(agency, verifier, child, { code, evidence: [paper(kind ?? '')], ...change });
  expect(decided).toMatchObject({
    errors: [],
    disposition: {
      ...effect,
      validUntil,
      verifierAgency: verifier.agency,
      verifierRole: verifier.slug,
      verifiedBy: `test:${verifier.slug}`,
      decidedOn: TODAY,
      evidence: [{ kind, number: '2026-117' }],
    },
    discrepancy: { state, version: 2 },
  });
  expect((await stateOf(agency, child)).closedOn).toBe(state === 'CLOSED_OUT' ? TODAY : null);
  const cases = await casesOf(child);
  expect(cases.map(({ caseNumber }) => caseNumber)).toEqual(
    DISPOSITIONS[code].opensCase ? [decided.disposition?.caseNumber] : [],
  );
});

test('a child whose case is open gets no second one: the decision joins and confirms it, and a death ends it', async () => {
  const child = nextChild();
  await agency.rows(
    `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis)
     values (?, 'GC-of-this-test', 'SUSPECTED', 'OTHER', ?, '520625101000', 'ABSENT')`,
    child.studentId,
    TODAY,
  );
  const evidence = [paper('VISIT_RECORD')];
  const office = verifierOf('CONFIRMED_DROPOUT');
  const { disposition } = await decide(agency, office, child, { code: 'CONFIRMED_DROPOUT', evidence });
  expect(disposition?.caseNumber).toBe('GC-of-this-test');
  expect(await casesOf(child)).toMatchObject([{ state: 'CONFIRMED' }]);

  const abroad = await decide(agency, verifierOf('ABROAD'), child, {
    code: 'ABROAD',
    evidence: [paper('BORDER')],
  });
  expect(abroad.errors).toEqual([{ code: 'CASE_NOT_ENDED', field: 'code' }]);
  await decide(agency, verifierOf('DECEASED'), child, { code: 'DECEASED', evidence: [paper('MEDICAL')] });
  expect(await casesOf(child)).toMatchObject([{ state: 'CLOSED', closedOn: TODAY }]);
  const records = await agency.rows<{ code: string; endReason: string | null; isSuperseded: boolean }>(
    `select code, end_reason as "endReason", superseded_by is not null as "isSuperseded" from disposition_record
     where student_id = ? order by id`,
    child.studentId,
  );
  expect(records).toEqual([
    { code: 'CONFIRMED_DROPOUT', endReason: 'SUPERSEDED', isSuperseded: true },
    { code: 'DECEASED', endReason: null, isSuperseded: false },
  ]);
});

test('a confirmed case is not ended in two steps either', async () => {
  const child = nextChild();
  const evidence = [paper('VISIT_RECORD')];
  const between = { code: 'TRANSFER_IN_TRANSIT', evidence: [paper('STATUS_PRINTOUT')] };
  await decide(agency, verifierOf('CONFIRMED_DROPOUT'), child, { code: 'CONFIRMED_DROPOUT', evidence });
  expect((await decide(agency, verifierOf('TRANSFER_IN_TRANSIT'), child, between)).errors).toEqual([]);
  const abroad = { code: 'ABROAD', evidence: [paper('BORDER')] };
  expect((await decide(agency, verifierOf('ABROAD'), child, abroad)).errors).toEqual([
    { code: 'CASE_NOT_ENDED', field: 'code' },
  ]);
  expect(await casesOf(child)).toMatchObject([{ state: 'CONFIRMED' }]);
});

test.each([
  ['CONFIRMED_NOT_ENROLLED', 'NEVER_ENROLLED'],
  ['CONFIRMED_DROPOUT', 'LEFT_SCHOOL'],
  ['MISSING_REPORTED', 'TOLD_BY_AGENCY'],
] as const)('a case that %s opens is %s, whatever is known of a school', async (code, basis) => {
  const child = nextChild();
  await agency.rows('update school_age_entry set school_code = null where student_id = ?', child.studentId);
  const [kind] = DISPOSITIONS[code].evidenceKinds;
  await decide(agency, verifierOf(code), child, { code, evidence: [paper(kind ?? '')] });
  expect(
    await agency.rows('select basis, school_code from dropout_case where student_id = ?', child.studentId),
  ).toEqual([{ basis, school_code: null }]);
});

test('what was checked without result is checked again by the county, by somebody else, before a case is opened', async () => {
  const child = nextChild();
  const evidence = [paper('VISIT_RECORD')];
  const county = verifierOf('UNRESOLVED');
  const township: TestCaller = {
    ...county,
    slug: 'township-officer',
    jurisdiction: [{ kind: 'DIVISION', code: '520625' }],
  };
  const unresolved = (caller: TestCaller) => decide(agency, caller, child, { code: 'UNRESOLVED', evidence });
  expect((await unresolved(township)).disposition).toMatchObject({ checkNumber: 1, caseNumber: null });
  expect(await casesOf(child)).toEqual([]);
  const tasks = () =>
    agency.rows<{ step: string; body: string; divisionCode: string }>(
      `select step, body, division_code as "divisionCode" from discrepancy_task where student_id = ? and ended_on is null`,
      child.studentId,
    );
  expect(await tasks()).toEqual([{ step: 'SECOND_CHECK', body: 'COORDINATION', divisionCode: '520625' }]);

  expect((await unresolved(township)).errors).toEqual([{ code: 'SECOND_CHECK_BY_ANOTHER', field: 'code' }]);
  const below = await agency.rows<{ code: string }>(
    `select left(code, 9) as code from student_scope where student_id = ? and kind = 'REGISTERED'`,
    child.studentId,
  );
  const other: TestCaller = {
    ...county,
    slug: 'other',
    role: county.slug,
    jurisdiction: [{ kind: 'DIVISION', code: below[0]?.code ?? '' }],
  };
  expect((await unresolved(other)).errors).toEqual([{ code: 'SECOND_CHECK_BY_COUNTY', field: 'code' }]);

  const second = await unresolved(county);
  expect(second.disposition?.checkNumber).toBe(2);
  expect(await casesOf(child)).toMatchObject([{ state: 'VERIFYING' }]);
  expect(await tasks()).toEqual([]);
  expect((await unresolved({ ...county, slug: 'third', role: county.slug })).errors).toEqual([
    { code: 'DECIDED_ALREADY', field: 'code' },
  ]);
});

test('asked again with the same key it is decided once; with the same key for something else it is refused', async () => {
  const child = nextChild();
  const police = verifierOf('ABROAD');
  const { version } = await stateOf(agency, child);
  const input = {
    idempotencyKey: newKey(),
    expectedVersion: version,
    code: 'ABROAD',
    evidence: [paper('BORDER')],
  };
  const first = await decide(agency, police, child, input);
  expect(first.errors).toEqual([]);
  expect(await decide(agency, police, child, input)).toEqual(first);
  expect(
    await agency.rows('select 1 from disposition_record where student_id = ?', child.studentId),
  ).toHaveLength(1);
  const { errors } = await agency.ask<object | null>(
    police,
    'mutation ($input: RecordDispositionInput!) { recordDisposition(input: $input) { errors { code } } }',
    { input: { ...input, discrepancyKey: keyOf(child), code: 'DECEASED' } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
});

test('of two officers who decide on the same version, the second looks again', async () => {
  const child = nextChild();
  const police = verifierOf('ABROAD');
  const { version: expectedVersion } = await stateOf(agency, child);
  const input = { expectedVersion, code: 'ABROAD', evidence: [paper('BORDER')] };
  const both = await Promise.all([
    decide(agency, police, child, input),
    decide(agency, police, child, input),
  ]);
  expect(both.flatMap(({ errors }) => errors)).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('what was decided goes into the register of casework and its change feed', async () => {
  const child = nextChild();
  const version = async () =>
    (await agency.rows<{ version: number }>("select version from register where code = 'CASEWORK'"))[0]
      ?.version ?? 0;
  const before = await version();
  await decide(agency, verifierOf('ABROAD'), child, { code: 'ABROAD', evidence: [paper('BORDER')] });
  expect(await version()).toBe(before + 1);
  const changes = await agency.rows<object>(
    'select register, kind from change where student_id = ? and register_version = ?',
    child.studentId,
    before + 1,
  );
  expect(changes).toEqual([{ register: 'CASEWORK', kind: 'CHANGED' }]);
});
