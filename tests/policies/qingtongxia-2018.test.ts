import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { testTable } from './document-table.js';

const DOCUMENT = '青政办发〔2018〕49号';
const policy = loadPolicies().policyFor('640381', parseIsoDate('2026-11-20'));
const TOWNS = '四（三）各镇、裕民街道办';

describe('targets, clocks and calendar', () => {
  testTable(policy, DOCUMENT, [
    [
      39,
      'targets.threeCategoryEnrolment',
      {
        disability: 'THREE_CATEGORIES',
        ages: { from: 8, to: 14 },
        operator: 'GTE',
        value: 95,
        reachBy: '2020-12-31',
      },
      '二',
    ],
    [
      42,
      'targets.primaryRetention',
      { stage: 'PRIMARY', operator: 'EQ', value: 100, reachBy: '2020-12-31' },
      '二',
    ],
    [42, 'targets.juniorRetention', { operator: 'GTE', value: 98, reachBy: '2020-12-31' }, '二'],
    [7, 'duties.termMeeting', { kind: 'MEETING', occurs: { atTermStart: ['SPRING', 'AUTUMN'] } }, '四（二）'],
    [63, 'duties.termStatusReview', { occurs: { monthsAfterTermStart: 1 } }, '三（一）2'],
    [
      72,
      'duties.guardianContact',
      { by: ['CLASS_TEACHER', 'TEACHER'], occurs: { upon: 'UNEXCUSED_ABSENCE' } },
      '三（一）3',
    ],
    [73, 'dropoutReporting.inspectorCalledAtFirstSign', true, '三（一）3'],
    [29, 'duties.firstSignPersuasion', { by: ['SCHOOL', 'RESPONSIBLE_INSPECTOR'] }, '三（一）3'],
    [74, 'clocks.suspectAfterSchoolDays', 3, '三（一）3'],
    [75, 'clocks.reportAfterCalendarDays', 7, '三（一）3'],
    [75, 'dropoutReporting.writtenReportTo', ['TOWNSHIP', 'COUNTY_EDUCATION'], '三（一）3'],
    [75, 'dropoutReporting.markedIn', ['STUDENT_STATUS', 'SCHOOL_LEDGER'], '三（一）3'],
    [76, 'dropoutReporting.statusIsRetained', true, '三（一）3'],
    [79, 'dropoutReporting.liable', ['HANDLING_CLERK', 'SCHOOL_HEAD'], '三（一）3'],
    [82, 'priorityAreas.ECOLOGICAL_MIGRATION', { label: { zh: '生态移民村' } }, '三（一）2'],
    [83, 'priorityStages.TRANSITION_6_TO_7', { grades: [6, 7] }, '三（一）2'],
    [83, 'priorityStages.GRADE_8', { grades: [8] }, '三（一）2'],
    [88, 'duties.riskContact', { occurs: { upon: 'HIDDEN_RISK' } }, '四（三）各义务教育学校'],
    [
      185,
      'duties.termStartPublicity',
      {
        occurs: { atTermStart: ['SPRING', 'AUTUMN'] },
        channels: ['INTERNET', 'NEWSPAPER', 'RADIO', 'TELEVISION', 'WECHAT', 'WEIBO'],
      },
      '四（四）',
    ],
  ]);
});

describe('responsibility and orders', () => {
  testTable(policy, DOCUMENT, [
    [1, 'leadingGroups.COUNTY', { deputies: 1, members: 24, officeAt: 'COUNTY_EDUCATION' }, '四（二）'],
    [
      1,
      'leadingGroups.COUNTY',
      { memberKinds: [{ number: 13 }, { number: 8 }, {}, { number: 2 }] },
      '四（二）',
    ],
    [3, 'leadingGroups.MEMBER_UNIT', { members: null }, '四（二）'],
    [10, 'mechanisms.TWO_LINES', { label: { zh: '“双线控辍”责任制' } }, '三（一）1'],
    [
      12,
      'pledges.governmentToTowns',
      { line: 'GOVERNMENT', and: ['TOWNSHIP', 'COUNTY_DEPARTMENT'] },
      '三（一）1',
    ],
    [
      12,
      'pledges.teachersToParents',
      { line: 'EDUCATION', between: 'TEACHER', and: ['GUARDIAN'] },
      '三（一）1',
    ],
    [20, 'mechanisms.GRID_MANAGEMENT', { label: { zh: '学生网格化管控机制' } }, TOWNS],
    [21, 'responsibleRoles.FIRST', { bodies: ['TOWNSHIP'] }, TOWNS],
    [22, 'responsibleRoles.DIRECT', { bodies: ['PRINCIPAL'] }, '四（三）各义务教育学校'],
    [90, 'escalation.RETURN_ORDER', { order: 2, issuers: ['TOWNSHIP', 'COUNTY_EDUCATION'] }, '三（一）4'],
    [
      93,
      'escalation.RECTIFICATION_ORDER',
      { order: 4, issuers: ['TOWNSHIP', 'COUNTY_EDUCATION'] },
      '三（一）4',
    ],
    [94, 'escalation.JUDICIAL_DOCUMENT', { order: 5, issuers: ['JUSTICE'] }, '三（一）4'],
    [101, 'administrativeHolds.advisoryQuery', true, TOWNS],
    [
      101,
      'administrativeHolds.items',
      ['RELIEF', 'HOUSE_BUILDING_APPROVAL', 'WORK_AWAY_CERTIFICATE', 'BUSINESS_LICENCE'],
      TOWNS,
    ],
    [
      158,
      'duties.homeVisitCampaign',
      {
        groups: [
          'ORPHAN',
          'SINGLE_PARENT',
          'FINANCIAL_HARDSHIP',
          'DISABLED',
          'ACCOMPANYING_MIGRANT',
          'LEFT_BEHIND',
        ],
      },
      '三（二）2',
    ],
    [168, 'childLabour.minimumAge', 16, '四（三）市人力资源和社会保障局'],
    [179, 'schools.smallScaleBelow', 100, '三（三）3'],
    [184, 'accountability.PUSHED_OUT', { consequence: 'FORBIDDEN' }, '三（二）2'],
    [207, 'accountability.HIGH_DROPOUT_RATE', { of: ['TOWNSHIP', 'COUNTY_DEPARTMENT'] }, '四（五）'],
  ]);
});

describe('groups, ledgers, plans and aid', () => {
  testTable(policy, DOCUMENT, [
    [70, 'ledgerKinds.SCHOOL_AGE_CHILDREN', { label: { zh: '适龄儿童少年逐一建立台账' } }, '三（一）4'],
    [114, 'focusGroups.HARDSHIP_DISABLED', { owner: 'disability' }, '三（四）1'],
    [115, 'focusGroups.SUBSISTENCE_ALLOWANCE', { label: { zh: '农村低保家庭学生' } }, '三（四）1'],
    [133, 'placementModes.SPECIAL_SCHOOL', { label: { zh: '特殊教育学校就读' } }, '三（四）2'],
    [135, 'placementModes.HOME_TEACHING', { label: { zh: '送教上门' } }, '三（四）2'],
    [
      137,
      'supportPlans.PUPIL',
      { mandatoryFor: ['FINANCIAL_HARDSHIP', 'THREE_CATEGORY_DISABLED'] },
      '三（四）1、2',
    ],
    [138, 'aid.THREE_EXEMPTIONS_ONE_SUBSIDY', { recipient: 'PUPIL' }, '三（四）2'],
    [139, 'aid.NUTRITION_IMPROVEMENT', { area: 'RURAL' }, '三（四）2'],
    [147, 'ledgerKinds.POOR_FAMILY_PUPILS', { label: { zh: '贫困家庭学生台账' } }, '三（四）1'],
    [147, 'ledgerKinds.LEFT_BEHIND_CHILDREN', { label: { zh: '农村留守儿童台账' } }, '三（四）1'],
    [147, 'ledgerKinds.JUNIOR_LEAVERS', { label: { zh: '初中未升入普通高中学生信息台账' } }, '三（四）1'],
    [152, 'mechanisms.MIGRANT_INCLUSION', { label: { zh: '“两为主”、“两个全部纳入”' } }, '三（四）2'],
    [149, 'aidPriority.schoolingAndBoarding', ['LEFT_BEHIND'], '三（四）2'],
  ]);
});

test('item 19: three contracts, each with the rate that it guarantees', () => {
  const levels = policy.responsibilitySchemes.THREE_CONTRACTS?.value.levels ?? [];
  expect(levels.map(({ answersFor, guarantees }) => `${answersFor.zh}${guarantees?.zh}`)).toEqual([
    '包动员保入学率',
    '包动员保入学率',
    '包管理保巩固率',
    '包教学保合格率',
  ]);
});

test('item 46: the dropout rate is held against the national limits, of which the document names none', () => {
  const { primaryDropout, juniorDropout } = policy.targets;
  expect([primaryDropout?.value.value, juniorDropout?.value.value]).toEqual([1, 3]);
  expect(primaryDropout?.provenance[0].file).toBe('national-2024.yaml');
});
