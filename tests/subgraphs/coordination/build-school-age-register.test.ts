import type { Register } from '../../../subgraphs/_kit/register/register.entity.js';
import {
  buildChild,
  createFamilyFacts,
  groupByAlias,
  type RegisterRunContext,
} from '../../../subgraphs/coordination/build-school-age-register.js';
import { CHILD, context, resident, status, VILLAGE, type StoredFact } from './child-facts.builder.js';

function register(agency: string, code: string, row: Partial<Register> = {}) {
  return {
    agency,
    row: {
      code,
      source: 'x',
      version: 3,
      asOf: new Date('2026-11-19T16:00:00Z'),
      loadedAt: new Date('2026-11-19T16:00:00Z'),
      covers: ['REGISTERED', 'RESIDENCE', 'SCHOOL'],
      division: '520625',
      staleAfterDays: 45,
      ...row,
    },
  };
}
const ALL = [
  ['education', 'STUDENT_STATUS'],
  ['education', 'ATTENDANCE'],
  ['civil-affairs', 'LEFT_BEHIND'],
  ['civil-affairs', 'DE_FACTO_UNATTENDED'],
  ['civil-affairs', 'ORPHAN'],
  ['civil-affairs', 'SUBSISTENCE_ALLOWANCE'],
  ['disability', 'CERTIFICATES'],
  ['labour', 'CHILD_LABOUR_CASES'],
  ['labour', 'GUARDIAN_WORK'],
  ['poverty', 'HOUSEHOLDS'],
  ['police', 'RESIDENTS'],
  ['police', 'LEGAL_CUSTODY'],
].map(([agency = '', code = '']) => register(agency, code));

const run: RegisterRunContext = {
  ...context,
  runId: 'run-1',
  now: new Date('2026-11-20T01:00:00Z'),
  registers: ALL,
  schoolNames: new Map([['2152000001', '印江某小学']]),
  schoolDueAt: (village, grade) => (village === VILLAGE && grade === 6 ? '2152000009' : null),
  openNumber: (agency, sealed, column) => `${agency}|${column}|${sealed}`,
  seal: (plain, column) => `sealed(${plain} for ${column})`,
};

/** The only child of a family with these rows. */
function build(rows: readonly StoredFact[], changed: Partial<RegisterRunContext> = {}) {
  const family = createFamilyFacts();
  for (const [agency, table, row] of rows) family.take(agency, table, { studentId: CHILD, ...row });
  const [records] = groupByAlias(family.children());
  if (!records) throw new Error('The family has no child.');
  return buildChild(records, { ...run, ...changed });
}

test('an entry holds who, where, which school and what the rules say', () => {
  const { entry, scopes, canonicalId } = build([resident({ residentIdNumberSealed: 'v1.x' }), status()]);
  expect(canonicalId).toBe(CHILD);
  expect(entry).toMatchObject({
    studentId: CHILD,
    name: '田小禾',
    nameKey: '田小禾',
    registeredDivisionCode: VILLAGE,
    residenceDivisionCode: VILLAGE,
    residenceSource: 'SCHOOL_RECORD',
    countedDivisionCode: VILLAGE,
    academicYear: 2026,
    age: 11,
    expectedGrade: 6,
    stage: 'PRIMARY',
    schoolCode: '2152000001',
    schoolName: '印江某小学',
    classCode: '21520000010501',
    grade: 5,
    standing: 'IN_SCHOOL',
    standingBasis: 'ON_THE_ROLL',
    setByRun: 'run-1',
  });
  expect(scopes.map(({ kind }) => kind)).toEqual(['REGISTERED', 'RESIDENCE', 'SCHOOL', 'CLASS', 'CATCHMENT']);
});

test('a child is due at the school of its cohort grade where it lives, else where it is registered', () => {
  const due = (rows: readonly StoredFact[]) => build(rows).scopes.find(({ kind }) => kind === 'CATCHMENT');
  const here = { code: '2152000009', validFrom: '2026-09-01', validTo: '2027-08-31' };
  expect(due([resident(), status({ schoolCode: '2152000001', grade: 5 })])).toMatchObject(here);
  const gone: StoredFact = [
    'police',
    'floating_population_record',
    { direction: 'OUT', startedOn: '2024-01-01', localDivisionCode: VILLAGE },
  ];
  expect(due([resident(), gone])).toMatchObject(here);
  expect(due([resident(), status({ residenceDivisionCode: '520625101099' })])).toBeUndefined();
  expect(due([resident({ birthDate: '2022-05-05' })])).toBeUndefined();
});

test('the number is opened for the column it stood in and sealed for the new one', () => {
  const { entry } = build([resident({ residentIdNumberSealed: 'v1.x' })]);
  expect(entry?.residentIdNumberSealed).toBe(
    'sealed(police|resident.resident_id_number_sealed|v1.x for school_age_entry.resident_id_number_sealed)',
  );
});

test('a number that the run may not open leaves the mask that its agency made', () => {
  const { entry } = build(
    [resident({ residentIdNumberSealed: 'v1.x', maskedResidentIdNumber: '9952************1X' })],
    { openNumber: () => null },
  );
  expect(entry).toMatchObject({ residentIdNumberSealed: null, maskedResidentIdNumber: '9952************1X' });
});

test('police is the master of the name, then education', () => {
  const file: StoredFact = [
    'civil-affairs',
    'child_file',
    { childName: '田禾', sex: 'FEMALE', birthDate: '2015-05-05' },
  ];
  const pupil = status({ name: '田小和', sex: 'FEMALE', birthDate: '2015-05-05' });
  expect(build([file, pupil, resident()]).entry?.name).toBe('田小禾');
  expect(build([file, pupil]).entry?.name).toBe('田小和');
  expect(build([file]).entry?.name).toBe('田禾');
});

test('rows that say of nobody who it is make no entry', () => {
  expect(
    build([['labour', 'guardian_work_away', { guardian: 'FATHER', startedOn: '2026-01-01' }]]).entry,
  ).toBeNull();
});

test('the entry names the registers it rests on, but none that may not be told', () => {
  const { entry } = build([resident(), status(), ['police', 'legal_custody', { startsOn: '2026-01-01' }]]);
  expect(entry?.focusGroups).toContain('SUPPORT_NEED');
});

test('a household says of its members what stands in its own row, whichever row comes first', () => {
  const household: StoredFact = [
    'poverty',
    'poverty_household',
    { studentId: undefined, code: 'H1', kind: 'GENERAL_POOR', monitoredState: 'UNSTABLE_EX_POVERTY' },
  ];
  const member: StoredFact = [
    'poverty',
    'poverty_household_member',
    { householdCode: 'H1', childName: '田小禾', sex: 'FEMALE', birthDate: '2015-05-05' },
  ];
  for (const rows of [
    [household, member],
    [member, household],
  ]) {
    expect(build(rows).entry?.focusGroups).toEqual(
      expect.arrayContaining(['FINANCIAL_HARDSHIP', 'REGISTERED_POVERTY', 'MONITORED']),
    );
  }
});

describe('an assessment', () => {
  const missing = (registers: typeof ALL) => build([resident(), status()], { registers }).risk.missingSources;

  test('is complete when every source is known and current', () => {
    expect(missing(ALL)).toEqual([]);
  });

  const replaced = (row: Partial<Register>) =>
    ALL.map((entry) =>
      entry.row.code === 'GUARDIAN_WORK' ? register('labour', 'GUARDIAN_WORK', row) : entry,
    );
  test.each([
    ['NOT_LOADED', ALL.filter(({ row }) => row.code !== 'GUARDIAN_WORK')],
    ['STALE', replaced({ staleAfterDays: 0 })],
    ['OUT_OF_COVERAGE', replaced({ division: '652301', covers: ['REGISTERED'] })],
  ])('names a source that is %s', (reason, registers) => {
    expect(missing(registers)).toEqual([{ agency: 'labour', register: 'GUARDIAN_WORK', reason }]);
  });
});

test('an alias is a link with the code of what it rests on', () => {
  const former = 'b'.repeat(26);
  expect(build([resident({ formerStudentIds: [former] })]).links).toEqual([
    {
      memberId: former,
      canonicalId: CHILD,
      tier: 'ALIAS',
      evidence: ['POLICE_FORMER_NUMBER'],
      decidedBy: 'run-1',
      decidedOn: '2026-11-20',
    },
  ]);
});

test('the same rows give the same answer', () => {
  const rows = [resident(), status()];
  expect(build(rows)).toEqual(build(rows));
});
