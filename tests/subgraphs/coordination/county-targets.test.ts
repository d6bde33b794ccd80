import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import type { EntryCount } from '../../../subgraphs/coordination/indicators/indicators.js';
import {
  publishedDefinitions,
  publishedIndicators,
  type StatisticOf,
} from '../../../subgraphs/coordination/indicators/published-indicators.js';

const library = loadPolicies();
const disabled = (children: number, age: number, standing: string): EntryCount => ({
  division: '000000000000',
  stage: 'PRIMARY',
  attendedStage: standing === 'IN_SCHOOL' ? 'PRIMARY' : null,
  age,
  standing,
  focusGroups: ['DISABLED', 'THREE_CATEGORY_DISABLED'],
  isOutForPoverty: false,
  aid: null,
  isAidUnknown: false,
  verification: null,
  comeback: null,
  children,
});
/** Of 97 three-category disabled children of nine all go to school; of 3 of seven, none does. */
const COUNTS = [disabled(97, 9, 'IN_SCHOOL'), disabled(3, 7, 'OUT_OF_SCHOOL')];

/** Verdicts on the same children in one county, with the clause of each target. */
function verdictsIn(division: string): string[] {
  const policy = library.policyFor(division, parseIsoDate('2026-11-20'));
  return publishedIndicators(COUNTS, publishedDefinitions(policy), policy, () => false).flatMap(
    ({ kind, disability, ages, value, target }) =>
      disability !== 'EVERYONE' && target
        ? `${kind} ${disability} ${ages ? `${ages.from}–${ages.to} ` : ''}${value} ${target.operator} ${target.value} ${target.verdict} (${target.policyClause})`
        : [],
  );
}

test.each([
  [
    'Changji, three categories of any age against 98 %',
    '652301',
    'ENROLMENT_RATE THREE_CATEGORIES 97 GTE 98 NOT_MET (昌市政办发〔2020〕16号 二)',
  ],
  [
    'Qingtongxia, three categories of 8 to 14 against 95 %',
    '640381',
    'ENROLMENT_RATE THREE_CATEGORIES 8–14 100 GTE 95 MET (青政办发〔2018〕49号 二)',
  ],
  [
    'Yinjiang, every category against 95 %',
    '520625',
    'ENROLMENT_RATE ALL_CATEGORIES 97 GTE 95 MET (印府办发〔2020〕19号 二)',
  ],
])('the same disabled children are judged by the county’s own plan: %s', (_what, division, verdict) => {
  expect(verdictsIn(division)).toContain(verdict);
});

test('no two counties of the plans judge alike', () => {
  const verdicts = ['652301', '640381', '520625'].map((division) => verdictsIn(division).join('\n'));
  expect(new Set(verdicts).size).toBe(3);
});

/** Of 100 entrants in each stage 96 are kept, in primary school 99. */
const STATISTICS: StatisticOf = ({ kind, stage }) =>
  kind === 'DROPOUT_RATE_STATISTICAL'
    ? { value: { numerator: 2, denominator: 100 }, academicYear: 2025, gap: null }
    : {
        value: { numerator: stage === 'PRIMARY' ? 99 : 96, denominator: 100 },
        academicYear: 2021,
        gap: null,
      };

test.each([
  [41, '652301', 'PRIMARY 99 GTE 95 MET (昌市政办发〔2020〕16号 二)'],
  [41, '652301', 'JUNIOR_SECONDARY 96 GTE 97 NOT_MET (昌市政办发〔2020〕16号 二)'],
  [42, '640381', 'PRIMARY 99 EQ 100 NOT_MET (青政办发〔2018〕49号 二)'],
  [42, '640381', 'JUNIOR_SECONDARY 96 GTE 98 NOT_MET (青政办发〔2018〕49号 二)'],
  [43, '520625', 'COMPULSORY 96 GTE 95 MET (印府办发〔2020〕19号 二)'],
])('item %i: the same retention is judged by the plan of %s: %s', (_item, division, verdict) => {
  const policy = library.policyFor(division, parseIsoDate('2026-11-20'));
  const judged = publishedIndicators([], publishedDefinitions(policy), policy, () => false, STATISTICS);
  const verdicts = judged.flatMap(({ kind, stage, value, target }) =>
    kind === 'RETENTION_RATE' && target
      ? `${stage} ${value} ${target.operator} ${target.value} ${target.verdict} (${target.policyClause})`
      : [],
  );
  expect(verdicts).toContain(verdict);
});

test('a limit of the dropout rate judges both ways of counting it, and no target the unadjusted retention', () => {
  const policy = library.policyFor('520625', parseIsoDate('2026-11-20'));
  const judged = publishedIndicators(COUNTS, publishedDefinitions(policy), policy, () => false, STATISTICS);
  const verdicts = judged.flatMap(({ kind, stage, target }) =>
    /^DROPOUT_RATE|UNADJUSTED/.test(kind) && stage === 'PRIMARY'
      ? [[kind, target?.value, target?.verdict]]
      : [],
  );
  expect(verdicts).toEqual([
    ['DROPOUT_RATE_CONFIRMED', 1, 'NOT_MET'],
    ['DROPOUT_RATE_STATISTICAL', 1, 'NOT_MET'],
    ['RETENTION_RATE_UNADJUSTED', undefined, undefined],
  ]);
});

test('Guling’s own target counts the dropouts of the town', () => {
  const policy = library.policyFor('500235107', parseIsoDate('2026-11-20'));
  const [open] = publishedIndicators(COUNTS, publishedDefinitions(policy), policy, () => false).filter(
    ({ kind, reason }) => kind === 'OPEN_DROPOUTS' && reason === null,
  );
  expect(open).toMatchObject({ value: 3, target: { operator: 'EQ', value: 0, verdict: 'NOT_MET' } });
  expect(open?.target?.policyClause).toContain('故陵镇');
});
