import { loadPolicies } from '../../../policies/load-policies.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import {
  indicatorFigure,
  indicatorValue,
  verdictOf,
  type EntryCount,
  type IndicatorDefinition,
} from '../../../subgraphs/coordination/indicators/indicators.js';
import { unitOfIndicator } from '../../../subgraphs/coordination/indicators/indicator-unit.js';
import { publicationUnits } from '../../../subgraphs/coordination/indicators/publication-units.js';
import {
  publishedDefinitions,
  publishedIndicators,
} from '../../../subgraphs/coordination/indicators/published-indicators.js';
import { suppressionOf } from '../../../subgraphs/coordination/indicators/suppression.js';

const count = (children: number, row: Partial<EntryCount> = {}): EntryCount => ({
  division: '520625101001',
  stage: 'PRIMARY',
  attendedStage: 'PRIMARY',
  age: 9,
  standing: 'IN_SCHOOL',
  focusGroups: [],
  isOutForPoverty: false,
  aid: null,
  isAidUnknown: false,
  verification: null,
  comeback: null,
  children,
  ...row,
});
const of = (row: Partial<IndicatorDefinition>): IndicatorDefinition => ({
  kind: 'ENROLMENT_RATE',
  stage: 'COMPULSORY',
  disability: 'EVERYONE',
  ages: null,
  reason: null,
  ...row,
});

/** Of the cohort, 90 in school, 4 suspected, 2 suspended, 3 out, 1 unverified of the primary cohort; 20 in school of the junior one. */
const COUNTS = [
  count(79),
  count(4, { verification: 'VERIFIED_IN_TIME' }),
  count(7, { comeback: 'RETURNED' }),
  count(2, { standing: 'SUSPECTED', verification: 'VERIFIED_IN_TIME' }),
  count(2, { standing: 'SUSPECTED', verification: 'NOT_VERIFIED_IN_TIME' }),
  count(2, { standing: 'APPROVED_ABSENCE', attendedStage: null }),
  count(3, { standing: 'OUT_OF_SCHOOL', attendedStage: null, comeback: 'NOT_RETURNED' }),
  count(1, { standing: 'UNVERIFIED', attendedStage: null }),
  count(7, { standing: 'OUT_OF_SCOPE', verification: 'VERIFIED_IN_TIME', comeback: 'RETURNED' }),
  count(5, { stage: 'PRESCHOOL', standing: 'NOT_YET_COMPULSORY', attendedStage: null }),
  count(20, { stage: 'JUNIOR_SECONDARY', attendedStage: 'JUNIOR_SECONDARY', age: 13 }),
];

describe('the formulas', () => {
  const cases: [string, Partial<IndicatorDefinition>, number, number | null][] = [
    [
      'net enrolment counts suspended and unverified children in the cohort alone',
      { stage: 'PRIMARY' },
      94,
      100,
    ],
    ['net enrolment of both stages', {}, 114, 120],
    ['the confirmed dropout rate is by person', { kind: 'DROPOUT_RATE_CONFIRMED', stage: 'PRIMARY' }, 3, 100],
    ['open dropouts are children, not a rate', { kind: 'OPEN_DROPOUTS' }, 3, null],
    ['open dropouts for poverty', { kind: 'OPEN_DROPOUTS', reason: 'POVERTY' }, 0, null],
    ['suspicions that were seen in time are per those that are due', { kind: 'VERIFICATION_RATE' }, 6, 8],
    ['who is back is per confirmed, by person', { kind: 'RETURN_RATE' }, 7, 10],
    ['an age band limits both parts', { ages: { from: 13, to: 15 } }, 20, 20],
  ];
  test.each(cases)('%s', (_name, definition, numerator, denominator) => {
    expect(indicatorValue(of(definition), COUNTS)).toEqual({ numerator, denominator });
  });

  test('gross enrolment counts pupils of any age and can exceed 100', () => {
    const overAge = count(10, { stage: null, age: 14, attendedStage: 'PRIMARY' });
    const value = indicatorValue(of({ kind: 'GROSS_ENROLMENT_RATE', stage: 'PRIMARY' }), [
      ...COUNTS,
      overAge,
    ]);
    expect(value).toEqual({ numerator: 104, denominator: 100 });
    expect(value && indicatorFigure(value)).toBe(104);
  });

  test('disabled children are counted by all categories or by the three', () => {
    const disabled = [
      count(8, { focusGroups: ['DISABLED'] }),
      count(6, { focusGroups: ['DISABLED', 'THREE_CATEGORY_DISABLED'] }),
      count(1, { focusGroups: ['DISABLED', 'THREE_CATEGORY_DISABLED'], standing: 'OUT_OF_SCHOOL' }),
    ];
    expect(indicatorValue(of({ disability: 'ALL_CATEGORIES' }), [...COUNTS, ...disabled])).toEqual({
      numerator: 14,
      denominator: 15,
    });
    expect(indicatorValue(of({ disability: 'THREE_CATEGORIES' }), [...COUNTS, ...disabled])).toEqual({
      numerator: 6,
      denominator: 7,
    });
  });

  test('aid coverage asks for all the aid a child is known to be eligible for, and counts the unknown apart', () => {
    const aided = [
      count(30, { aid: 'AIDED' }),
      count(2, { aid: 'AIDED', isAidUnknown: true, standing: 'OUT_OF_SCOPE' }),
      count(8, { aid: 'NOT_AIDED' }),
      count(5, { isAidUnknown: true }),
    ];
    expect(indicatorValue(of({ kind: 'AID_COVERAGE' }), [...COUNTS, ...aided])).toEqual({
      numerator: 32,
      denominator: 40,
      unknown: 7,
    });
    const yinjiang = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
    const [told] = publishedIndicators(aided, [of({ kind: 'AID_COVERAGE' })], yinjiang, () => false);
    expect(told).toMatchObject({
      value: 80,
      unknown: 7,
      isComplete: false,
      target: {
        operator: 'EQ',
        value: 100,
        verdict: 'NOT_MET',
        policyClause: '印府办发〔2020〕19号 三（四）',
      },
    });
    const [hidden] = publishedIndicators(aided, [of({ kind: 'AID_COVERAGE' })], yinjiang, () => true);
    expect(hidden).toMatchObject({
      value: null,
      unknown: null,
      isComplete: false,
      target: { verdict: 'NOT_ASSESSED' },
    });
  });

  test('retention is not made up', () => {
    expect(indicatorValue(of({ kind: 'RETENTION_RATE' }), COUNTS)).toBeNull();
  });

  test('there is no rate of nobody', () => {
    expect(indicatorFigure({ numerator: 0, denominator: 0 })).toBeNull();
  });
});

test.each([
  ['GTE', 95, 95, 'MET'],
  ['GTE', 95, 94.99, 'NOT_MET'],
  ['LTE', 1, 1, 'MET'],
  ['LTE', 1, 1.01, 'NOT_MET'],
  ['EQ', 0, 0, 'MET'],
  ['EQ', 100, 99.9, 'NOT_MET'],
  ['GTE', 95, null, 'NOT_ASSESSED'],
] as const)('a target %s %p and a figure of %p: %s', (operator, value, figure, expected) => {
  const target = {
    label: { en: 'x', zh: 'x' },
    indicator: 'ENROLMENT_RATE',
    stage: 'COMPULSORY',
    disability: 'EVERYONE',
    operator,
    value,
    unit: 'PERCENT',
  } as const;
  expect(verdictOf(figure, target)).toBe(expected);
});

test('what is published is hidden by the thresholds of the policy, and its verdict with it', () => {
  const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
  const definitions = publishedDefinitions(policy);
  const { isHidden } = suppressionOf(COUNTS, publicationUnits(definitions, policy));
  const published = publishedIndicators(COUNTS, definitions, policy, (unit) => isHidden('520625101', unit));
  const open = published.find(({ kind, reason }) => kind === 'OPEN_DROPOUTS' && reason === null);
  expect(open).toMatchObject({
    isSuppressed: true,
    value: null,
    numerator: null,
    target: { verdict: 'NOT_ASSESSED' },
  });
  const gross = published.find(
    ({ kind, stage }) => kind === 'GROSS_ENROLMENT_RATE' && stage === 'JUNIOR_SECONDARY',
  );
  expect(gross).toMatchObject({ isSuppressed: false, value: 100, numerator: 20, denominator: 20 });
});

describe('aid coverage, which rests on registers about hardship and disability', () => {
  const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
  const units = publicationUnits(publishedDefinitions(policy), policy);
  const poor = (children: number, aid: EntryCount['aid']) =>
    count(children, { aid, focusGroups: ['FINANCIAL_HARDSHIP', 'REGISTERED_POVERTY'] });
  const isHidden = (...rows: EntryCount[]) =>
    suppressionOf([...rows, count(200)], units).isHidden(
      '520625',
      unitOfIndicator(of({ kind: 'AID_COVERAGE' })),
    );

  test('is shown where it is about ten or more, with aid and without', () => {
    expect(isHidden(poor(40, 'AIDED'), poor(12, 'NOT_AIDED'))).toBe(false);
  });

  test.each([
    ['a few are aided', [poor(9, 'AIDED'), poor(40, 'NOT_AIDED')]],
    ['a few are not', [poor(40, 'AIDED'), poor(9, 'NOT_AIDED')]],
    ['of a few it is not known', [poor(40, 'AIDED'), count(9, { isAidUnknown: true })]],
    ['a few in hardship are eligible for none', [poor(40, 'AIDED'), poor(9, null)]],
  ])('is hidden where %s', (_why, rows) => {
    expect(isHidden(...rows)).toBe(true);
  });
});

describe('effectiveness of verification and return, which restates who is out of school', () => {
  const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
  const definitions = publishedDefinitions(policy);
  const units = publicationUnits(definitions, policy);
  const out = (children: number, row: Partial<EntryCount> = {}) =>
    count(children, { standing: 'OUT_OF_SCHOOL', attendedStage: null, comeback: 'NOT_RETURNED', ...row });
  const back = (children: number) => count(children, { comeback: 'RETURNED' });
  const suspected = (children: number, verification: EntryCount['verification']) =>
    count(children, { standing: 'SUSPECTED', verification });
  const isHidden = (
    kind: IndicatorDefinition['kind'],
    rows: EntryCount[],
    row: Partial<IndicatorDefinition> = {},
  ) =>
    suppressionOf([...rows, count(400), count(40, { standing: 'UNVERIFIED' })], units).isHidden(
      '520625',
      unitOfIndicator(of({ kind, ...row })),
    );

  test('is shown where it is about five or more, of either outcome, and has no target that no document names', () => {
    expect(isHidden('RETURN_RATE', [out(12), back(9)])).toBe(false);
    expect(
      isHidden('VERIFICATION_RATE', [suspected(6, 'VERIFIED_IN_TIME'), suspected(5, 'NOT_VERIFIED_IN_TIME')]),
    ).toBe(false);
    const told = publishedIndicators([out(12), back(9)], definitions, policy, () => false);
    expect(told.find(({ kind }) => kind === 'RETURN_RATE')).toMatchObject({
      numerator: 9,
      denominator: 21,
      target: null,
    });
  });

  test.each([
    ['a few are back', 'RETURN_RATE', [out(12), back(4)]],
    ['a few are not', 'RETURN_RATE', [out(4), back(12)]],
    [
      'a few are out of school whom no case confirmed',
      'RETURN_RATE',
      [out(12), back(9), out(2, { comeback: null })],
    ],
    [
      'a few are confirmed and suspended now',
      'RETURN_RATE',
      [out(12), back(9), out(2, { standing: 'APPROVED_ABSENCE' })],
    ],
    [
      'a few were seen in time',
      'VERIFICATION_RATE',
      [suspected(4, 'VERIFIED_IN_TIME'), suspected(9, 'NOT_VERIFIED_IN_TIME')],
    ],
    [
      'a few were not',
      'VERIFICATION_RATE',
      [suspected(9, 'VERIFIED_IN_TIME'), suspected(4, 'NOT_VERIFIED_IN_TIME')],
    ],
  ] as const)('is hidden where %s', (_why, kind, rows) => {
    expect(isHidden(kind, [...rows])).toBe(true);
  });

  test('hides who is out for poverty where it would leave over those who are out for something else', () => {
    const poor = { isOutForPoverty: true };
    const others = { comeback: null };
    // Without cases there would be 42 who are out for something else.
    expect(isHidden('OPEN_DROPOUTS', [out(20, poor), back(9), out(40, others)], { reason: 'POVERTY' })).toBe(
      false,
    );
    expect(
      isHidden('OPEN_DROPOUTS', [out(20, poor), back(9), out(3), out(40, others)], { reason: 'POVERTY' }),
    ).toBe(true);
  });
});
