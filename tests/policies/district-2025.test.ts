import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies, parsePolicies } from '../../policies/load-policies.js';
import { testTable } from './document-table.js';
import { nationalFile, projectFile, problemsOf } from './policy-files.js';

const DOCUMENT = 'XX城区义务教育阶段控辍保学工作实施方案';
const TOWNSHIP = '520625001';
const DAY = parseIsoDate('2026-11-20');
/** What a county does with the template: its own code, and the days. */
const adopted = projectFile(
  'district-2025.yaml',
  ['appliesTo', [TOWNSHIP]],
  ['validFrom', '2021-01-01'],
  ['document/issuedOn', '2021-01-01'],
);
const policy = parsePolicies([nationalFile(), adopted]).policyFor(TOWNSHIP, DAY);

testTable(policy, DOCUMENT, [
  [4, 'leadingGroups.VILLAGE', { head: { zh: '村、社区负责人' } }, '四（一）'],
  [
    11,
    'pledges.districtToVillages',
    { line: 'GOVERNMENT', between: 'TOWNSHIP', and: ['VILLAGE'] },
    '二（二）',
  ],
  [12, 'pledges.villagesToHouseholds', { between: 'VILLAGE', and: ['GUARDIAN'] }, '二（二）'],
  [21, 'responsibleRoles.FIRST', { bodies: ['VILLAGE'] }, '二（五）'],
  [22, 'responsibleRoles.DIRECT', { bodies: ['PRINCIPAL'] }, '二（五）'],
  [
    37,
    'targets.schoolAgeEnrolment',
    { operator: 'EQ', value: 100, unit: 'PERCENT', reachBy: '2025-12-31' },
    '一',
  ],
  [45, 'targets.noDropoutForPoverty', { reason: 'POVERTY', value: 0, reachBy: '2025-12-31' }, '一'],
  [48, 'accountability.HIGH_DROPOUT_RATE', { consequence: 'TALK', of: ['VILLAGE'] }, '二（五）'],
  [86, 'duties.dropoutReport', { by: ['VILLAGE'], to: ['TOWNSHIP'] }, '三'],
  [115, 'focusGroups.SUBSISTENCE_ALLOWANCE', { label: { zh: '城乡低保家庭子女' } }, '一、二（三）'],
  [148, 'ledgerKinds.LEFT_BEHIND_CHILDREN', { label: { zh: '留守儿童普查登记制度' } }, '二（四）'],
  [151, 'residenceSources.RESIDENCE_PERMIT', {}, '二（四）'],
  [194, 'duties.quarterlyAssessment', { kind: 'ASSESSMENT', occurs: { every: 'QUARTER' } }, '二（五）'],
  [194, 'duties.yearEndAssessment', { occurs: { every: 'CALENDAR_YEAR' } }, '二（五）'],
  [195, 'duties.talk', { kind: 'ACCOUNTABILITY', occurs: { upon: 'HIGH_DROPOUT_RATE' } }, '二（五）'],
  [201, 'duties.termStartDropoutCheck', { occurs: { atTermStart: ['SPRING', 'AUTUMN'] } }, '二（五）'],
]);

test('item 14: the seven leaders, one by one', () => {
  const levels = policy.responsibilitySchemes.SEVEN_LEADERS?.value.levels ?? [];
  expect(levels.map(({ responsible }) => responsible.zh)).toEqual([
    '县长',
    '乡镇长（城区主要负责人）',
    '村委会主任',
    '教科局局长',
    '校长',
    '师长',
    '家长',
  ]);
});

test('item 25: five systems', () => {
  const systems = Object.values(policy.mechanisms).map((entry) => entry?.value.label.zh);
  expect(systems.filter((zh) => zh?.includes('五项制度'))).toHaveLength(5);
});

test('item 196: slow, no and wrong action, and falsification', () => {
  expect(
    ['SLOW', 'INACTION', 'MISCONDUCT', 'FALSIFICATION'].filter((ground) => ground in policy.accountability),
  ).toHaveLength(4);
});

test('as published it is a template, loaded with the others and in force nowhere', () => {
  const library = loadPolicies();
  expect(library.files.find(({ file }) => file === 'district-2025.yaml')?.appliesTo).toBe('TEMPLATE');
  expect(library.policyFor(TOWNSHIP, DAY).pledges['districtToVillages']).toBeUndefined();
});

test('a county that adopts it has to say since when it holds', () => {
  const undated = projectFile('district-2025.yaml', ['appliesTo', [TOWNSHIP]]);
  expect(problemsOf(nationalFile(), undated)).toEqual([
    'district-2025.yaml, at validFrom: expected a day: only a TEMPLATE may leave it open',
    'district-2025.yaml, at document.issuedOn: expected a day: only a TEMPLATE may leave it open',
  ]);
});
