import {
  buildChild,
  createFamilyFacts,
  type RegisterRunContext,
} from '../../../subgraphs/coordination/register/build-school-age-register.js';
import { comparableOf, toRow } from '../../../subgraphs/coordination/comparison/run/child-result.js';
import type { SourceRegister } from '../../../subgraphs/coordination/risk/missing-sources.js';
import { CHILD, context, resident, status, VILLAGE, type StoredFact } from './child-facts.builder.js';
import { ALL_REGISTERS, replaced, without } from './source-registers.builder.js';

const run: RegisterRunContext = {
  ...context,
  runId: 'run-1',
  now: new Date('2026-11-20T01:00:00Z'),
  registers: ALL_REGISTERS,
  schools: new Map([['2152000001', { name: '印江某小学', divisionCode: VILLAGE }]]),
  classNames: new Map([['21520000010501', '五年级（1）班']]),
  schoolDueAt: (village, grade) => (village === VILLAGE && grade === 6 ? '2152000009' : null),
};

/** The only child of a family with these rows. */
function build(rows: readonly StoredFact[], changed: Partial<RegisterRunContext> = {}) {
  const family = createFamilyFacts();
  for (const [agency, table, row] of rows) family.take(agency, table, { studentId: CHILD, ...row });
  const facts = family.children().get(CHILD);
  if (!facts) throw new Error('The family has no child.');
  return buildChild({ canonicalId: CHILD, memberIds: [CHILD], facts }, { ...run, ...changed });
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
    className: '五年级（1）班',
    grade: 5,
    standing: 'IN_SCHOOL',
    standingBasis: 'ON_THE_ROLL',
    setByRun: 'run-1',
  });
  expect(scopes.map(({ kind }) => kind)).toEqual(['REGISTERED', 'RESIDENCE', 'SCHOOL', 'CLASS', 'CATCHMENT']);
});

test('a class that education does not list has a code and no name', () => {
  const entryOf = (classNames: ReadonlyMap<string, string>) =>
    build([resident(), status()], { classNames }).entry;
  expect(entryOf(new Map())).toMatchObject({ classCode: '21520000010501', className: null });
  const [named, renamed] = ['五年级（1）班', '五年级（7）班'].map((name) =>
    build([resident(), status()], { classNames: new Map([['21520000010501', name]]) }),
  );
  const comparable = (built: typeof named) =>
    built &&
    comparableOf({ ...built, links: [], formerIds: [], discrepancies: [], splits: [], attendance: null });
  // What is stored of a child is in its fingerprint, or a run would leave the old name.
  expect(comparable(named)).not.toEqual(comparable(renamed));
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

test('the number is the one that its agency sealed, with the column it stood in', () => {
  const { number } = build([resident({ residentIdNumberSealed: 'v1.x' })]);
  expect(number).toEqual({ agency: 'police', sealed: 'v1.x', column: 'resident.resident_id_number_sealed' });
  expect(build([resident({ residentIdNumberSealed: null })]).number).toBeNull();
});

/** As a run stores the only child of these rows. */
function stored(rows: readonly StoredFact[], plain: string | null) {
  return toRow(
    { ...build(rows), links: [], formerIds: [], discrepancies: [], splits: [], attendance: null },
    { openNumber: () => plain, seal: (text, column) => `${column} ${text.length}` },
  );
}

test('a number is sealed anew for the column that it comes to stand in, with the mask that its agency made', () => {
  const row = resident({ residentIdNumberSealed: 'v1.x', maskedResidentIdNumber: '9952************1X' });
  const entry = {
    residentIdNumberSealed: 'school_age_entry.resident_id_number_sealed 18',
    maskedResidentIdNumber: '9952************1X',
  };
  expect(stored([row], '99520000000000001X')).toMatchObject({ entry });
  expect(stored([row], null)).toMatchObject({ entry: { ...entry, residentIdNumberSealed: null } });
});

test('a number whose register masks none is masked where it is stored', () => {
  const row: StoredFact = [
    'police',
    'floating_population_record',
    { name: '田小禾', sex: 'FEMALE', birthDate: '2015-05-05', residentIdNumberSealed: 'v1.x' },
  ];
  expect(stored([row], '99520000000000001X')).toMatchObject({
    entry: { maskedResidentIdNumber: '9952************1X' },
  });
  expect(stored([row], null)).toMatchObject({ entry: { maskedResidentIdNumber: null } });
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
  expect(entry?.foundIn).toEqual(['education.STUDENT_STATUS', 'police.RESIDENTS']);
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
  const missing = (registers: readonly SourceRegister[], rows: StoredFact[] = [resident(), status()]) =>
    build(rows, { registers }).risk.missingSources;

  test('is complete when every source is known and current', () => {
    expect(missing(ALL_REGISTERS)).toEqual([]);
  });

  test.each([
    ['NOT_LOADED', without('GUARDIAN_WORK')],
    ['STALE', replaced('GUARDIAN_WORK', { staleAfterDays: 0 })],
    ['OUT_OF_COVERAGE', replaced('GUARDIAN_WORK', { division: '652301', covers: ['REGISTERED'] })],
  ])('names a source that is %s', (reason, registers) => {
    expect(missing(registers)).toEqual([{ agency: 'labour', register: 'GUARDIAN_WORK', reason }]);
  });

  test.each([
    ['police', 'MISSING_PERSONS'],
    ['education', 'SPECIAL_EDUCATION'],
    ['education', 'STUDY_ELSEWHERE'],
    ['civil-affairs', 'EXTREME_POVERTY_SUPPORT'],
    ['coordination', 'CASEWORK'],
  ])('is incomplete without %s %s', (agency, code) => {
    expect(missing(without(code))).toEqual([{ agency, register: code, reason: 'NOT_LOADED' }]);
  });

  test('of a child who studies elsewhere is incomplete: its sheets and its status lie there', () => {
    const rows: StoredFact[] = [
      resident(),
      [
        'education',
        'study_elsewhere',
        { area: 'OUT_OF_COUNTY', checkedOn: '2026-09-20', schoolName: '某校', grade: 5 },
      ],
    ];
    expect(missing(ALL_REGISTERS, rows)).toEqual([
      { agency: 'education', register: 'STUDENT_STATUS', reason: 'OUT_OF_COVERAGE' },
      { agency: 'education', register: 'ATTENDANCE', reason: 'OUT_OF_COVERAGE' },
    ]);
  });
});

describe('focus groups of which the registers cannot tell', () => {
  const unknown = (registers: readonly SourceRegister[], rows: StoredFact[] = [resident(), status()]) =>
    new Map(
      build(rows, { registers }).entry?.unknownFocusGroups.map(({ group, missingSources }) => [
        group,
        missingSources.map(({ register: code, reason }) => `${code} ${reason}`),
      ]),
    );

  test('there are none when every source is known', () => {
    expect(unknown(ALL_REGISTERS).size).toBe(0);
  });

  test.each([
    ['NOT_LOADED', without('SUBSISTENCE_ALLOWANCE')],
    ['STALE', replaced('SUBSISTENCE_ALLOWANCE', { staleAfterDays: 0 })],
    ['OUT_OF_COVERAGE', replaced('SUBSISTENCE_ALLOWANCE', { division: '652301', covers: ['REGISTERED'] })],
  ])('an allowance is unknown, not refused, while its register is %s', (reason, registers) => {
    const groups = unknown(registers);
    const why = [`SUBSISTENCE_ALLOWANCE ${reason}`];
    expect([...groups.keys()]).toEqual(['FINANCIAL_HARDSHIP', 'SUBSISTENCE_ALLOWANCE', 'HARDSHIP_DISABLED']);
    expect(groups.get('SUBSISTENCE_ALLOWANCE')).toEqual(why);
    expect(groups.get('FINANCIAL_HARDSHIP')).toEqual(why);
  });

  test('a group that a row shows holds, whatever else is missing', () => {
    const household: StoredFact = [
      'poverty',
      'poverty_household',
      { kind: 'GENERAL_POOR', monitoredState: null },
    ];
    const groups = unknown(without('SUBSISTENCE_ALLOWANCE'), [resident(), status(), household]);
    expect(groups.has('FINANCIAL_HARDSHIP')).toBe(false);
    expect(groups.has('SUBSISTENCE_ALLOWANCE')).toBe(true);
  });

  test('a row of a register that does not cover the child is known all the same', () => {
    const allowance: StoredFact = [
      'civil-affairs',
      'subsistence_allowance',
      { startedOn: '2020-01-01', endedOn: '2021-01-01' },
    ];
    const registers = replaced('SUBSISTENCE_ALLOWANCE', { division: '652301', covers: ['REGISTERED'] });
    expect(unknown(registers, [resident(), status(), allowance]).has('SUBSISTENCE_ALLOWANCE')).toBe(false);
  });

  test.each(['EARLY_MARRIAGE_SCREENING', 'PARENT_IN_CUSTODY', 'LEGAL_CUSTODY'])(
    'a need for support is unknown without %s, and says neither which register is missing nor what another holds',
    (code) => {
      const hidden: StoredFact = [
        'civil-affairs',
        'parent_in_custody',
        { startedOn: '2020-01-01', endedOn: '2021-01-01' },
      ];
      const registers = replaced(code, { division: '652301', covers: ['REGISTERED'] });
      for (const rows of [
        [resident(), status()],
        [resident(), status(), hidden],
      ])
        expect(unknown(registers, rows).get('SUPPORT_NEED')).toEqual([]);
    },
  );

  test('what only a class teacher knows is unknown of a child without a class here', () => {
    const registers = replaced('CLASS_LEDGERS', { covers: ['SCHOOL'] });
    expect([...unknown(registers, [resident()]).keys()]).toEqual([
      'SINGLE_PARENT',
      'SPECIAL_FAMILY',
      'SICK',
      'LEARNING_DIFFICULTY',
    ]);
    expect(unknown(registers).size).toBe(0);
  });
});

test('an entry names the policy behind standing, residence and each of its groups', () => {
  const orphan: StoredFact = ['civil-affairs', 'orphan', { startedOn: '2020-01-01' }];
  const { entry } = build([resident(), status({ schoolLeftBehindType: 'BOTH_PARENTS_AWAY' }), orphan]);
  expect(entry?.policyBasis).toEqual({
    standing: '教基〔2025〕1号 学籍建立',
    residence: 'hub default a school knows where its pupil lives better than an old registration',
    focusGroups: [
      { group: 'SCHOOL_LEFT_BEHIND', policyClause: null },
      { group: 'ORPHAN', policyClause: '教基厅函〔2024〕15号 重点排查和监测对象' },
    ],
  });
});

test('the same rows give the same answer', () => {
  const rows = [resident(), status()];
  expect(build(rows)).toEqual(build(rows));
});
