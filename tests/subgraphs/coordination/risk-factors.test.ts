import { loadPolicies } from '../../../policies/load-policies.js';
import { FACT_SOURCES } from '../../../subgraphs/coordination/register/fact-sources.js';
import type { FactName } from '../../../subgraphs/coordination/register/fact-tables.js';
import {
  FOCUS_GROUP_SOURCES,
  RESTRICTED_SOURCES,
} from '../../../subgraphs/coordination/standing/focus-group-sources.js';
import { RISK_SOURCES, riskFactorsOf } from '../../../subgraphs/coordination/risk/risk-factors.js';
import { focusGroupsOf } from '../../../subgraphs/coordination/standing/focus-groups.js';
import {
  context,
  dropoutCase,
  factsOf,
  missed,
  period,
  status,
  type StoredFact,
} from './child-facts.builder.js';

function factorsOf(rows: StoredFact[], expectedGrade: number | null = 5, grade = 5) {
  const facts = factsOf(rows);
  const focusGroups = focusGroupsOf(facts, { grade }, context);
  return riskFactorsOf({ facts, focusGroups, expectedGrade }, context);
}

const away = (guardian: string, row: object = {}): StoredFact => [
  'labour',
  'guardian_work_away',
  { guardian, startedOn: '2026-02-02', ...row },
];
const certificate: StoredFact = [
  'disability',
  'disability_certificate',
  { category: 'VISUAL', components: ['VISUAL'], grade: 'GRADE_1', issuedOn: '2024-04-04' },
];

const cases: [string, StoredFact[], [string, string][]][] = [
  ['nothing', [status()], []],
  [
    'an open spell of absence',
    [status(), ...missed('2026-11-17', '2026-11-18', '2026-11-19')],
    [['UNEXCUSED_ABSENCE', 'education.ATTENDANCE']],
  ],
  ['two grades behind', [status({ grade: 3 })], [['OVER_AGE_FOR_GRADE', 'education.STUDENT_STATUS']]],
  ['one grade behind', [status({ grade: 4 })], []],
  [
    'found at work once',
    [
      status(),
      [
        'labour',
        'child_labour_case',
        { foundOn: '2026-06-06', returnedOn: '2026-06-10', schoolContactedOn: '2026-06-11' },
      ],
    ],
    [['CHILD_LABOUR', 'labour.CHILD_LABOUR_CASES']],
  ],
  [
    'a return',
    [status(), dropoutCase({ returnedOn: '2026-11-01' })],
    [['RETURNED', 'coordination.CASEWORK']],
  ],
  [
    'left behind',
    [period('civil-affairs', 'left_behind_child')],
    [['LEFT_BEHIND', 'civil-affairs.LEFT_BEHIND']],
  ],
  ['both parents away', [away('FATHER'), away('MOTHER')], [['GUARDIANS_WORK_AWAY', 'labour.GUARDIAN_WORK']]],
  ['one parent away', [away('FATHER')], []],
  ['one parent back', [away('FATHER'), away('MOTHER', { endsOn: '2026-06-06' })], []],
  ['an orphan', [period('civil-affairs', 'orphan')], [['DE_FACTO_UNATTENDED', 'civil-affairs.ORPHAN']]],
  [
    'a hard family',
    [period('civil-affairs', 'subsistence_allowance')],
    [['HARDSHIP', 'civil-affairs.SUBSISTENCE_ALLOWANCE']],
  ],
  ['disabled without a place', [certificate], [['DISABLED_WITHOUT_PLACEMENT', 'disability.CERTIFICATES']]],
  ['disabled, on the roll', [certificate, status()], []],
  [
    'whereabouts being determined',
    [['police', 'missing_person_determination', { requestedOn: '2026-10-10' }]],
    [['MISSING', 'police.MISSING_PERSONS']],
  ],
  [
    'found again',
    [['police', 'missing_person_determination', { requestedOn: '2026-10-10', result: 'CONTACT_FOUND' }]],
    [],
  ],
];

test.each(cases)('%s', (_name, rows, expected) => {
  expect(factorsOf(rows).map(({ factor, agency, register }) => [factor, `${agency}.${register}`])).toEqual(
    expected,
  );
});

test('each factor names its document and clause', () => {
  const factors = factorsOf([status({ grade: 8 }), certificate, away('FATHER'), away('MOTHER')], 8, 8);
  expect(factors.length).toBeGreaterThan(1);
  for (const { policyClause } of factors) expect(policyClause).toMatch(/^\S+ \S|^hub default /);
});

test('a need for support names neither source nor date', () => {
  const custody: StoredFact = ['police', 'legal_custody', { startsOn: '2026-01-01' }];
  const marriage: StoredFact = [
    'civil-affairs',
    'early_marriage_screening',
    { screenedOn: '2026-03-03', result: 'CONFIRMED' },
  ];
  const [ofCustody] = factorsOf([custody]);
  expect(ofCustody).toMatchObject({ factor: 'SUPPORT_NEED', register: null, since: null });
  expect(factorsOf([marriage])).toEqual([ofCustody]);
});

test('ethnic group and sex change nothing', () => {
  const of = (row: object) =>
    factorsOf([['police', 'resident', { name: '甲', birthDate: '2016-01-01', ...row }]]);
  expect(of({ sex: 'FEMALE', ethnicGroup: 'MIAO' })).toEqual(of({ sex: 'MALE', ethnicGroup: 'HAN' }));
});

test('every register that a rule reads is a source, or one that may not be named', () => {
  const read = new Set<string>();
  for (const [, rows] of cases) {
    const facts = factsOf(rows);
    const watched = {
      ...facts,
      rows: new Proxy(facts.rows, {
        get(target, name: FactName) {
          const { agency, register } = FACT_SOURCES[name];
          read.add(`${agency}.${register}`);
          return target[name];
        },
      }),
    };
    read.clear();
    const focusGroups = focusGroupsOf(watched, { grade: 5 }, context);
    // Groups read more registers than risk does; what they read is held against their own sources below.
    const ofGroups = new Set(read);
    read.clear();
    riskFactorsOf({ facts: watched, focusGroups, expectedGrade: 5 }, context);
    const allowed = new Set([...Object.values(FOCUS_GROUP_SOURCES).flat(), ...RESTRICTED_SOURCES]);
    expect([...ofGroups].filter((source) => !allowed.has(source))).toEqual([]);
    expect([...read].filter((source) => !RISK_SOURCES.includes(source))).toEqual([]);
  }
});

test.each([
  ['520625', '印府办发〔2020〕19号 三（一）县公安局'],
  ['652301', 'hub default a child of whom the police determine whether it is missing'],
])('the county %s rests a factor on its own documents, not on those of another', (county, clause) => {
  const policy = loadPolicies().policyFor(county, context.today);
  const facts = factsOf([['police', 'missing_person_determination', { requestedOn: '2026-10-10' }]]);
  const [factor] = riskFactorsOf({ facts, focusGroups: [], expectedGrade: 5 }, { ...context, policy });
  expect(factor).toMatchObject({ factor: 'MISSING', policyClause: clause });
});

test('no restricted register decides whether an assessment is complete', () => {
  const restricted = [
    'police.LEGAL_CUSTODY',
    'civil-affairs.PARENT_IN_CUSTODY',
    'civil-affairs.EARLY_MARRIAGE_SCREENING',
  ];
  expect(RISK_SOURCES.filter((source) => restricted.includes(source))).toEqual([]);
});
