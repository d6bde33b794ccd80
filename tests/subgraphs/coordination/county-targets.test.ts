import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import type { EntryCount } from '../../../subgraphs/coordination/indicators/indicators.js';
import {
  publishedDefinitions,
  publishedIndicators,
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

test('Guling’s own target counts the dropouts of the town', () => {
  const policy = library.policyFor('500235107', parseIsoDate('2026-11-20'));
  const [open] = publishedIndicators(COUNTS, publishedDefinitions(policy), policy, () => false).filter(
    ({ kind, reason }) => kind === 'OPEN_DROPOUTS' && reason === null,
  );
  expect(open).toMatchObject({ value: 3, target: { operator: 'EQ', value: 0, verdict: 'NOT_MET' } });
  expect(open?.target?.policyClause).toContain('故陵镇');
});
