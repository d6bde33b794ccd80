import { FOCUS_GROUPS } from '../../../policies/policy-vocabulary.js';
import { FocusGroupEnum } from '../../../subgraphs/coordination/standing/focus-group.enum.js';
import { focusGroupsOf } from '../../../subgraphs/coordination/standing/focus-groups.js';
import {
  context,
  dropoutCase,
  factsOf,
  period,
  screening,
  status,
  type StoredFact,
} from './child-facts.builder.js';

const certificate = (row: object = {}): StoredFact => [
  'disability',
  'disability_certificate',
  { category: 'PHYSICAL', components: ['PHYSICAL'], grade: 'GRADE_3', expiresOn: '2030-01-01', ...row },
];
const household = (row: object): StoredFact => [
  'poverty',
  'poverty_household',
  { kind: 'GENERAL_POOR', monitoredState: null, ...row },
];

const cases: [string, StoredFact[], string[]][] = [
  ['no facts', [], []],
  ['a registered poverty household', [household({})], ['FINANCIAL_HARDSHIP', 'REGISTERED_POVERTY']],
  [
    'a monitored household that never was poor',
    [household({ kind: 'NOT_REGISTERED_POOR', monitoredState: 'AT_RISK_OF_POVERTY' })],
    ['FINANCIAL_HARDSHIP', 'MONITORED'],
  ],
  ['a household known for nothing of it', [household({ kind: 'NOT_REGISTERED_POOR' })], []],
  [
    'an allowance in force',
    [period('civil-affairs', 'subsistence_allowance')],
    ['FINANCIAL_HARDSHIP', 'SUBSISTENCE_ALLOWANCE'],
  ],
  [
    'an allowance that ended',
    [period('civil-affairs', 'subsistence_allowance', { endedOn: '2026-11-19' })],
    [],
  ],
  [
    'extreme-poverty support',
    [period('civil-affairs', 'extreme_poverty_support')],
    ['FINANCIAL_HARDSHIP', 'EXTREME_POVERTY'],
  ],
  ['an orphan', [period('civil-affairs', 'orphan')], ['ORPHAN']],
  [
    'a de facto unattended child',
    [period('civil-affairs', 'de_facto_unattended_child')],
    ['DE_FACTO_UNATTENDED'],
  ],
  ['left behind as civil affairs counts', [period('civil-affairs', 'left_behind_child')], ['LEFT_BEHIND']],
  [
    'left behind as schools count',
    [status({ schoolLeftBehindType: 'ONE_PARENT_AWAY' })],
    ['SCHOOL_LEFT_BEHIND'],
  ],
  ['a child in difficulty', [period('civil-affairs', 'child_in_difficulty')], ['CHILD_IN_DIFFICULTY']],
  ['a certificate of a category outside the three', [certificate()], ['DISABLED']],
  [
    'a certificate of one of the three',
    [certificate({ category: 'HEARING', components: ['HEARING'] })],
    ['DISABLED', 'THREE_CATEGORY_DISABLED'],
  ],
  [
    'a multiple disability with one of the three',
    [certificate({ category: 'MULTIPLE', components: ['PHYSICAL', 'VISUAL'] })],
    ['DISABLED', 'THREE_CATEGORY_DISABLED'],
  ],
  ['a severe grade', [certificate({ grade: 'GRADE_2' })], ['DISABLED', 'SEVERELY_DISABLED']],
  ['an expired certificate', [certificate({ expiresOn: '2020-01-01' })], ['DISABLED']],
  [
    'a certificate of a parent',
    [['disability', 'parent_certificate', { parent: 'FATHER' }]],
    ['CHILD_OF_DISABLED_PERSON'],
  ],
  [
    'a certificate and an allowance without a poverty registration',
    [certificate(), period('civil-affairs', 'subsistence_allowance')],
    ['FINANCIAL_HARDSHIP', 'SUBSISTENCE_ALLOWANCE', 'HARDSHIP_DISABLED', 'DISABLED'],
  ],
  [
    'a certificate in a registered household',
    [certificate(), household({})],
    ['FINANCIAL_HARDSHIP', 'REGISTERED_POVERTY', 'DISABLED'],
  ],
  [
    "a note in the class's ledger",
    [period('coordination', 'class_ledger_entry', { group: 'LEARNING_DIFFICULTY' })],
    ['LEARNING_DIFFICULTY'],
  ],
  [
    'a note that ended',
    [period('coordination', 'class_ledger_entry', { group: 'SICK', endedOn: '2026-11-19' })],
    [],
  ],
  [
    'a note of a group that is not left to ledgers',
    [period('coordination', 'class_ledger_entry', { group: 'ORPHAN' })],
    [],
  ],
  ['a relocated household', [['poverty', 'relocation_household', { movedOn: '2019-01-01' }]], ['RELOCATED']],
  ['an accompanying child', [status({ isAccompanyingMigrantChild: true })], ['ACCOMPANYING_MIGRANT']],
  ['need of aid noted by the school', [status({ needsAid: true })], ['FINANCIAL_HARDSHIP']],
  ['a note of a status that has ended', [status({ needsAid: true, status: 'TRANSFERRED_OUT' })], []],
  ['a return noted in the status', [status({ status: 'RETURNED' })], ['RETURNED']],
  ['a case that ended with a return', [status(), dropoutCase({ returnedOn: '2026-11-01' })], ['RETURNED']],
  [
    'early marriage suspected',
    [['civil-affairs', 'early_marriage_screening', { result: 'SUSPECTED' }]],
    ['SUPPORT_NEED'],
  ],
  ['a screening that found nothing', [['civil-affairs', 'early_marriage_screening', { result: 'NONE' }]], []],
  ['a parent in custody', [period('civil-affairs', 'parent_in_custody')], ['SUPPORT_NEED']],
  [
    'a parent out of custody again',
    [period('civil-affairs', 'parent_in_custody', { endedOn: '2026-01-01' })],
    [],
  ],
  ['custody', [['police', 'legal_custody', { startsOn: '2026-01-01' }]], ['SUPPORT_NEED']],
  ['a visit that found custody', [screening('2026-10-10', 'LEGAL_CUSTODY')], ['SUPPORT_NEED']],
  ['a case for early marriage', [dropoutCase({ reason: 'EARLY_MARRIAGE' })], ['SUPPORT_NEED']],
];

test.each(cases)('%s', (_name, rows, expected) => {
  expect(focusGroupsOf(factsOf(rows), { grade: 4 }, context).toSorted()).toEqual(expected.toSorted());
});

test.each([
  [6, ['TRANSITION_6_TO_7']],
  [7, ['TRANSITION_6_TO_7']],
  [8, ['GRADE_8']],
  [9, []],
  [null, []],
])('grade %p is in the priority stages %p', (grade, expected) => {
  expect(focusGroupsOf(factsOf([]), { grade }, context)).toEqual(expected);
});

test('the words for groups are the policies’, but those that only their own agency may tell', () => {
  const restricted = ['PARENT_IN_CUSTODY'];
  const stages = ['TRANSITION_6_TO_7', 'GRADE_8'];
  expect(FocusGroupEnum.values.filter((group) => !stages.includes(group)).toSorted()).toEqual(
    FOCUS_GROUPS.filter((group) => !restricted.includes(group)).toSorted(),
  );
});
