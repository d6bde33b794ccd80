import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { testTable } from './document-table.js';

const DOCUMENT = '关于成立故陵镇控辍保学工作领导小组的通知';
const DAY = parseIsoDate('2026-11-20');
const policy = loadPolicies().policyFor('500235107', DAY);

testTable(policy, DOCUMENT, [
  [
    1,
    'leadingGroups.TOWNSHIP',
    { head: { zh: '党委副书记、镇长' }, deputies: 6, members: 14 },
    '领导小组名单',
  ],
  [5, 'leadingGroups.SCHOOL', { members: null }, '三（一）'],
  [9, 'mechanisms.JOINT_ENROLMENT_CONTROL', { label: { zh: '义务教育入学联控联保工作机制' } }, '一（三）'],
  [21, 'responsibleRoles.FIRST', { bodies: ['PRINCIPAL'] }, '三（二）'],
  [23, 'responsibleRoles.SUPERVISOR', { bodies: ['VILLAGE_RESIDENT_LEADER'] }, '三（二）'],
  [24, 'responsibilityAreas.number', 8, '三（二）'],
  [81, 'duties.writtenMonitoringReport', { by: ['SCHOOL'], to: ['TOWNSHIP'] }, '一（二）'],
  [89, 'escalation.ENROLMENT_NOTICE', { order: 1, issuers: ['SCHOOL'] }, '一（二）'],
  [91, 'escalation.CRITICISM_EDUCATION', { order: 3, issuers: ['TOWNSHIP'] }, '一（二）'],
  [93, 'escalation.RECTIFICATION_ORDER', { order: 4, issuers: ['TOWNSHIP'] }, '一（二）'],
  [94, 'escalation.JUDICIAL_DOCUMENT', { order: 5, issuers: ['JUSTICE'] }, '一（二）'],
  [102, 'dropoutReporting.persuadedBy', ['TOWNSHIP', 'SCHOOL'], '一（二）'],
  [135, 'placementModes.HOME_TEACHING', { label: { zh: '残疾适龄学生送教上门' } }, '二（二）'],
  [143, 'aidPriority.groups', ['DISABLED', 'CHILD_OF_DISABLED_PERSON', 'LEFT_BEHIND'], '二（二）'],
  [166, 'duties.surroundings', { by: ['MARKET_SUPERVISION', 'POLICE', 'PLANNING', 'CULTURE'] }, '一（三）'],
  [
    174,
    'duties.jointScreening',
    { by: ['VILLAGE', 'SCHOOL', 'POVERTY_OFFICE', 'CIVIL_AFFAIRS'] },
    '二（二）',
  ],
  [175, 'duties.contactPersons', { kind: 'CONTACT_PERSON' }, '三（一）'],
  [193, 'duties.villageAssessment', { by: ['TOWNSHIP'], to: ['VILLAGE'] }, '三（二）'],
  [44, 'targets.zeroDropout', { indicator: 'OPEN_DROPOUTS', operator: 'EQ', value: 0 }, '三（二）'],
]);

test('item 198: findings of assessments are rectified, by the document that the notice cites', () => {
  expect(policy.duties['rectification']?.provenance[0].document).toBe('云巩固专办发〔2023〕31号');
});

test.each([
  [17, 'TOWN_CHAIN', ['领导干部包片', '驻村干部包村', '村干部包组', '党员干部包户'], '包'],
  [18, 'SCHOOL_CHAIN', ['校长负总责', '校级干部分管', '中层干部年级', '教师班级'], ''],
] as const)('item %i: %s', (_item, scheme, expected, word) => {
  const levels = policy.responsibilitySchemes[scheme]?.value.levels ?? [];
  expect(levels.map(({ responsible, answersFor }) => `${responsible.zh}${word}${answersFor.zh}`)).toEqual(
    expected,
  );
});

test('holds in its eight villages and nowhere else in the county', () => {
  const library = loadPolicies();
  const first = (division: string) => library.policyFor(division, DAY).responsibleRoles.FIRST?.value.bodies;
  expect(first('500235107217')).toEqual(['PRINCIPAL']);
  expect([first('500235'), first('500235108')]).toEqual([undefined, undefined]);
});

test('no number of members adds up wrong', () => {
  const { members, memberKinds } = policy.leadingGroups.TOWNSHIP?.value ?? { members: 0, memberKinds: [] };
  expect(memberKinds.reduce((sum, { number }) => sum + number, 0)).toBe(members);
});
