import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { testTable } from './document-table.js';

const DOCUMENT = '昌市政办发〔2020〕16号';
const policy = loadPolicies().policyFor('652301', parseIsoDate('2026-11-20'));
const SPECIAL_GROUPS = [
  'FINANCIAL_HARDSHIP',
  'DISABLED',
  'CHILD_OF_DISABLED_PERSON',
  'PARENT_IN_CUSTODY',
  'LEFT_BEHIND',
  'CHILD_IN_DIFFICULTY',
];

testTable(policy, DOCUMENT, [
  [1, 'leadingGroups.COUNTY', { head: { zh: '副市长' }, deputies: 1, members: 27 }, '三'],
  [1, 'leadingGroups.COUNTY', { memberKinds: [{ number: 11 }, { number: 10 }, { number: 6 }] }, '三'],
  [2, 'leadingGroups.COUNTY', { officeAt: 'COUNTY_EDUCATION' }, '三'],
  [6, 'duties.jointConference', { kind: 'MEETING', occurs: { standing: true } }, '五（一）'],
  [8, 'mechanisms.JOINT_PREVENTION', { label: { zh: '联防联控联保机制' } }, '五（一）'],
  [36, 'controlApproaches.GUARANTEE', { label: { zh: '保障控辍' } }, '一'],
  [37, 'targets.schoolAgeEnrolment', { stage: 'COMPULSORY', operator: 'EQ', value: 100 }, '二'],
  [
    38,
    'targets.threeCategoryEnrolment',
    { disability: 'THREE_CATEGORIES', operator: 'GTE', value: 98, unit: 'PERCENT' },
    '二',
  ],
  [41, 'targets.primaryRetention', { stage: 'PRIMARY', operator: 'GTE', value: 95 }, '二'],
  [41, 'targets.juniorRetention', { stage: 'JUNIOR_SECONDARY', operator: 'GTE', value: 97 }, '二'],
  [50, 'duties.yearlyCensus', { kind: 'CENSUS', occurs: { every: 'CALENDAR_YEAR' } }, '四（一）2、四（三）'],
  [51, 'ages.householdRecords', { from: 0, to: 18 }, '四（三）'],
  [
    53,
    'comparisons.HOUSEHOLD_VS_STATUS',
    { left: 'HOUSEHOLD_REGISTER', right: 'STUDENT_STATUS' },
    '四（一）5',
  ],
  [54, 'stages.PRESCHOOL', { ages: { from: 3, to: 6 } }, '四（一）5'],
  [54, 'stages.PRIMARY', { ages: { from: 7, to: 12 }, fromGrade: 1, toGrade: 6 }, '四（一）5'],
  [54, 'stages.JUNIOR_SECONDARY', { ages: { from: 13, to: 15 }, fromGrade: 7, toGrade: 9 }, '四（一）5'],
  [
    55,
    'duties.unenrolledHandover',
    { by: ['COUNTY_EDUCATION', 'SCHOOL'], to: ['TOWNSHIP'], occurs: { upon: 'UNENROLLED_CHILD_FOUND' } },
    '四（一）5',
  ],
  [59, 'duties.rollCallMonths', { kind: 'ROLL_CALL', occurs: { inMonths: [3, 9] } }, '四（一）3'],
  [60, 'comparisons.STATUS_VS_PRESENT', { left: 'STUDENT_STATUS', right: 'PUPILS_PRESENT' }, '四（一）3'],
  [65, 'duties.monthlyMobilityReport', { by: ['SCHOOL'], occurs: { every: 'MONTH' } }, '四（一）4'],
  [66, 'duties.quarterlyBulletin', { kind: 'BULLETIN', occurs: { every: 'QUARTER' } }, '四（一）4'],
  [91, 'escalation.CRITICISM_EDUCATION', { order: 2, issuers: ['TOWNSHIP'] }, '四（十二）'],
  [92, 'escalation.RETURN_ORDER', { order: 3, issuers: ['TOWNSHIP'] }, '四（十二）'],
  [102, 'dropoutReporting.persuadedBy', ['TOWNSHIP', 'COUNTY_EDUCATION', 'SCHOOL'], '四（一）5、四（十二）'],
  [110, 'supportPlans.HOUSEHOLD', { mandatoryFor: ['FINANCIAL_HARDSHIP'] }, '四（一）7'],
  [118, 'focusGroups.PARENT_IN_CUSTODY', { restricted: true }, '四（一）7'],
  [141, 'aidPriority.groups', SPECIAL_GROUPS, '四（一）7'],
  [160, 'duties.careOfYouthLeague', { by: ['YOUTH_LEAGUE'], groups: SPECIAL_GROUPS }, '四（十）'],
  [
    160,
    'duties.careOfWomensFederation',
    { groups: ['FINANCIAL_HARDSHIP', 'PARENT_IN_CUSTODY', 'LEFT_BEHIND', 'CHILD_IN_DIFFICULTY'] },
    '四（十一）',
  ],
  [162, 'duties.funding', { kind: 'FUNDING', by: ['FINANCE'] }, '四（四）'],
  [189, 'duties.specialInspection', { by: ['INSPECTION_OFFICE'] }, '五（三）'],
  [189, 'duties.yearlyAssessment', { kind: 'ASSESSMENT', occurs: { every: 'CALENDAR_YEAR' } }, '五（三）'],
  [202, 'duties.specialGroupVerification', { kind: 'VERIFICATION', groups: SPECIAL_GROUPS }, '四（一）7'],
  [
    203,
    'duties.jointScreening',
    { by: ['COUNTY_EDUCATION', 'FINANCE', 'CIVIL_AFFAIRS', 'DISABLED_FEDERATION'] },
    '四（一）7',
  ],
  [
    210,
    'duties.lawPublicity',
    { channels: ['NEWSPAPER', 'RADIO', 'TELEVISION', 'INTERNET', 'OFFICIAL_ACCOUNT'] },
    '四（六）、五（二）',
  ],
]);

test('item 13: five levels of contact, from the bureau to the subject teacher', () => {
  expect(policy.responsibilitySchemes.FIVE_LEVEL_CONTACT?.value.levels.map(({ level }) => level)).toEqual([
    'BUREAU',
    'SCHOOL',
    'GRADE',
    'CLASS',
    'SUBJECT',
  ]);
});

test('no clock of absence and no 四不办理 stands in the document', () => {
  expect(policy.clocks.suspectAfterSchoolDays.provenance[0].file).toBe('national-2024.yaml');
  expect(policy.administrativeHolds.advisoryQuery.value).toBe(false);
});
