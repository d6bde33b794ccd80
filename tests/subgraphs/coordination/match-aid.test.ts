import { loadPolicies } from '../../../policies/load-policies.js';
import type { AidMatch } from '../../../subgraphs/coordination/aid-matching/match-aid.js';
import { matchAid } from '../../../subgraphs/coordination/aid-matching/match-aid.js';
import type { SourceRegister } from '../../../subgraphs/coordination/risk/missing-sources.js';
import { focusGroupsOf } from '../../../subgraphs/coordination/standing/focus-groups.js';
import { createRuleContext } from '../../../subgraphs/coordination/standing/rule-context.js';
import { unknownFocusGroupsOf } from '../../../subgraphs/coordination/standing/unknown-focus-groups.js';
import { factsOf, period, status, TODAY, type StoredFact } from './child-facts.builder.js';
import { ALL_REGISTERS, replaced, without } from './source-registers.builder.js';

const policies = loadPolicies();
const ANYWHERE = '430181001001';
const YINJIANG = '520625101001';
const QINGTONGXIA = '640381100001';
const GULING = '500235107001';

interface Circumstances {
  readonly division?: string;
  readonly urbanRuralClass?: string | null;
  readonly registers?: readonly SourceRegister[];
  readonly expectedGrade?: number | null;
  readonly scopes?: readonly { readonly kind: string; readonly code: string }[];
}

function match(rows: readonly StoredFact[], circumstances: Circumstances = {}): AidMatch[] {
  const { division = ANYWHERE, urbanRuralClass = 'VILLAGE', registers = ALL_REGISTERS } = circumstances;
  const schools = new Map([['2152000001', { name: '某小学', divisionCode: division, urbanRuralClass }]]);
  const context = {
    ...createRuleContext({
      countyCode: division.slice(0, 6),
      today: TODAY,
      policies,
      schools,
      attendanceAsOf: new Date('2026-11-19T00:00:00+08:00'),
      sheetDays: new Map(),
    }),
    schools,
  };
  const facts = factsOf(rows);
  const focusGroups = focusGroupsOf(facts, { grade: 5 }, context);
  const { scopes = [{ kind: 'SCHOOL', code: '2152000001' }], expectedGrade = 5 } = circumstances;
  const question = { facts, scopes, registers, now: new Date('2026-11-20T01:00:00Z') };
  const unknownFocusGroups = unknownFocusGroupsOf(focusGroups, question);
  return matchAid({ ...question, focusGroups, unknownFocusGroups, expectedGrade }, context);
}

const of = (programme: string, matches: readonly AidMatch[]) =>
  matches.find((found) => found.programme === programme);
const verdictsOf = (matches: readonly AidMatch[]) =>
  Object.fromEntries(matches.map(({ programme, verdict }) => [programme, verdict]));

const boarder = status({ attendanceMode: 'BOARDING' });
const dayPupil = status({ attendanceMode: 'DAY' });
const allowance = period('civil-affairs', 'subsistence_allowance');
const monitored: StoredFact = [
  'poverty',
  'poverty_household',
  { kind: 'NOT_REGISTERED_POOR', monitoredState: 'MARGINAL' },
];
const certificate: StoredFact = [
  'disability',
  'disability_certificate',
  { category: 'VISUAL', components: ['VISUAL'], grade: 'GRADE_3', issuedOn: '2024-04-04' },
];
function award(programme: string, row: object = {}): StoredFact {
  return [
    'education',
    'aid_award',
    { programme, academicYear: 2026, term: 'AUTUMN', amountYuan: 625, decidedOn: '2026-10-10', ...row },
  ];
}

const cases: [string, StoredFact[], Circumstances, Record<string, string>][] = [
  [
    'a boarder with an allowance and its subsidy',
    [boarder, allowance, award('BOARDING_SUBSIDY')],
    {},
    {
      BOARDING_SUBSIDY: 'ELIGIBLE_AIDED',
      DAY_PUPIL_SUBSIDY: 'NOT_ELIGIBLE',
      NUTRITION_IMPROVEMENT: 'ELIGIBLE_NOT_AIDED',
    },
  ],
  [
    'a boarder with an allowance and without an award',
    [boarder, allowance],
    {},
    { BOARDING_SUBSIDY: 'ELIGIBLE_NOT_AIDED', DAY_PUPIL_SUBSIDY: 'NOT_ELIGIBLE' },
  ],
  [
    "a day pupil with the boarders' subsidy",
    [dayPupil, allowance, award('BOARDING_SUBSIDY')],
    {},
    { BOARDING_SUBSIDY: 'AIDED_NOT_ELIGIBLE', DAY_PUPIL_SUBSIDY: 'ELIGIBLE_NOT_AIDED' },
  ],
  [
    'an award of last year',
    [boarder, allowance, award('BOARDING_SUBSIDY', { academicYear: 2025 })],
    {},
    { BOARDING_SUBSIDY: 'ELIGIBLE_NOT_AIDED' },
  ],
  [
    'an award without any group',
    [boarder, award('BOARDING_SUBSIDY')],
    {},
    { BOARDING_SUBSIDY: 'AIDED_NOT_ELIGIBLE' },
  ],
  [
    'an allowance that has ended',
    [boarder, period('civil-affairs', 'subsistence_allowance', { endedOn: '2026-06-30' })],
    {},
    { BOARDING_SUBSIDY: 'NOT_ELIGIBLE' },
  ],
  ['disabled and not in hardship', [boarder, certificate], {}, { BOARDING_SUBSIDY: 'NOT_ELIGIBLE' }],
  [
    'disabled and noted by the school',
    [status({ attendanceMode: 'BOARDING', needsAid: true }), certificate],
    {},
    { BOARDING_SUBSIDY: 'ELIGIBLE_NOT_AIDED' },
  ],
  [
    'a school in the city',
    [dayPupil],
    { urbanRuralClass: 'MAIN_URBAN' },
    { NUTRITION_IMPROVEMENT: 'NOT_ELIGIBLE' },
  ],
  ['a school of no known class', [dayPupil], { urbanRuralClass: null }, { NUTRITION_IMPROVEMENT: 'UNKNOWN' }],
  [
    'Yinjiang: monitored, in none of the four groups',
    [boarder, monitored],
    { division: YINJIANG },
    {
      BOARDING_SUBSIDY: 'NOT_ELIGIBLE',
      CHARITY: 'ELIGIBLE_NOT_AIDED',
      REDUCTION_DEFERRAL_WAIVER: 'ELIGIBLE_NOT_AIDED',
    },
  ],
  [
    'Yinjiang: one fund of last resort stands for the other',
    [boarder, monitored, award('CHARITY')],
    { division: YINJIANG },
    { CHARITY: 'ELIGIBLE_AIDED', REDUCTION_DEFERRAL_WAIVER: 'NOT_ELIGIBLE' },
  ],
  [
    'Yinjiang: charity for whom a subsidy reaches',
    [boarder, allowance, award('CHARITY')],
    { division: YINJIANG },
    { BOARDING_SUBSIDY: 'ELIGIBLE_NOT_AIDED', CHARITY: 'AIDED_NOT_ELIGIBLE' },
  ],
  [
    'Qingtongxia: three exemptions, one subsidy is the subsidy too',
    [boarder, allowance, award('THREE_EXEMPTIONS_ONE_SUBSIDY')],
    { division: QINGTONGXIA },
    { THREE_EXEMPTIONS_ONE_SUBSIDY: 'ELIGIBLE_AIDED', BOARDING_SUBSIDY: 'ELIGIBLE_AIDED' },
  ],
  [
    'a programme that no document here names',
    [boarder, award('THREE_EXEMPTIONS_ONE_SUBSIDY')],
    {},
    { THREE_EXEMPTIONS_ONE_SUBSIDY: 'UNKNOWN', BOARDING_SUBSIDY: 'NOT_ELIGIBLE' },
  ],
  [
    'dropped out, and not paid for it',
    [status({ status: 'DROPPED_OUT', attendanceMode: 'BOARDING' }), allowance],
    {},
    { BOARDING_SUBSIDY: 'NOT_ELIGIBLE' },
  ],
  [
    'a status that nobody has loaded',
    [allowance],
    { registers: without('STUDENT_STATUS') },
    { BOARDING_SUBSIDY: 'UNKNOWN', DAY_PUPIL_SUBSIDY: 'UNKNOWN', NUTRITION_IMPROVEMENT: 'UNKNOWN' },
  ],
  [
    'awards that nobody has loaded',
    [boarder, allowance],
    { registers: without('AID_AWARDS') },
    { BOARDING_SUBSIDY: 'UNKNOWN' },
  ],
  ['a preschool child without an award', [], { expectedGrade: null }, {}],
];

test.each(cases)('%s', (_name, rows, circumstances, expected) => {
  expect(verdictsOf(match(rows, circumstances))).toEqual(
    Object.keys(expected).length === 0 ? {} : expect.objectContaining(expected),
  );
});

test('a migrant pupil whom no register of families covers is unknown, and which would tell is said', () => {
  const outside: Partial<SourceRegister['row']> = { covers: ['REGISTERED'] };
  const registers = ['HOUSEHOLDS', 'SUBSISTENCE_ALLOWANCE', 'EXTREME_POVERTY_SUPPORT', 'CERTIFICATES'].reduce<
    readonly SourceRegister[]
  >(
    (all, code) =>
      all.map((each) => (each.row.code === code ? { ...each, row: { ...each.row, ...outside } } : each)),
    ALL_REGISTERS,
  );
  const found = of('BOARDING_SUBSIDY', match([boarder], { registers }));
  expect(found).toMatchObject({
    verdict: 'UNKNOWN',
    conditionsUnknown: ['GROUP'],
    amountDueYuan: null,
    amountAwardedYuan: null,
  });
  expect(found?.missingSources).toContainEqual({
    agency: 'civil-affairs',
    register: 'SUBSISTENCE_ALLOWANCE',
    reason: 'OUT_OF_COVERAGE',
  });
  // Whatever else is unknown: a day pupil is no boarder.
  expect(of('BOARDING_SUBSIDY', match([dayPupil], { registers }))?.verdict).toBe('NOT_ELIGIBLE');
  // And whatever else is unknown, the allowance of a register that has the child is enough.
  expect(of('BOARDING_SUBSIDY', match([boarder, allowance], { registers }))?.verdict).toBe(
    'ELIGIBLE_NOT_AIDED',
  );
});

test('a stale register of awards says nothing by its silence', () => {
  const registers = replaced('AID_AWARDS', { asOf: new Date('2026-01-01T00:00:00Z') });
  expect(of('BOARDING_SUBSIDY', match([boarder, allowance], { registers }))).toMatchObject({
    verdict: 'UNKNOWN',
    conditionsUnknown: ['AWARD'],
    missingSources: [{ agency: 'education', register: 'AID_AWARDS', reason: 'STALE' }],
  });
});

test('amounts are those of the stage, and null where the document gives none', () => {
  const primary = of('BOARDING_SUBSIDY', match([boarder, allowance, award('BOARDING_SUBSIDY')]));
  expect(primary).toMatchObject({ stage: 'PRIMARY', amountDueYuan: 1250, amountAwardedYuan: 625 });
  const junior = status({ attendanceMode: 'DAY', grade: 8 });
  expect(of('DAY_PUPIL_SUBSIDY', match([junior, allowance]))).toMatchObject({
    stage: 'JUNIOR_SECONDARY',
    amountDueYuan: 750,
    amountAwardedYuan: null,
  });
  const charity = of('CHARITY', match([boarder, monitored], { division: YINJIANG }));
  expect(charity).toMatchObject({
    verdict: 'ELIGIBLE_NOT_AIDED',
    amountDueYuan: null,
    amountAwardedYuan: null,
  });
});

test('the facts are those of the registers behind the groups, each once', () => {
  const rows = [status({ attendanceMode: 'BOARDING', needsAid: true }), allowance, certificate];
  const asOf = '2026-11-19T16:00:00.000Z';
  expect(of('BOARDING_SUBSIDY', match(rows))?.facts).toEqual([
    { group: 'DISABLED', agency: 'disability', register: 'CERTIFICATES', asOf },
    { group: 'SUBSISTENCE_ALLOWANCE', agency: 'civil-affairs', register: 'SUBSISTENCE_ALLOWANCE', asOf },
    { group: 'FINANCIAL_HARDSHIP', agency: 'education', register: 'STUDENT_STATUS', asOf },
  ]);
});

test('a parent in custody changes nothing of a match', () => {
  const rows = [boarder, award('BOARDING_SUBSIDY')];
  const custody = period('civil-affairs', 'parent_in_custody');
  for (const division of [ANYWHERE, YINJIANG, QINGTONGXIA, GULING])
    expect(match([...rows, custody], { division })).toEqual(match(rows, { division }));
});

test('whom a county aids first, and whose boarding comes first, is what its document says', () => {
  const leftBehind = period('civil-affairs', 'left_behind_child');
  const first = (division: string, ...rows: StoredFact[]) => {
    const [found] = match([boarder, ...rows], { division });
    return [found?.isAidedFirst, found?.isBoardedFirst];
  };
  expect(first(GULING, leftBehind)).toEqual([true, null]);
  expect(first(GULING)).toEqual([false, null]);
  expect(first(QINGTONGXIA, leftBehind)).toEqual([null, true]);
  expect(first(ANYWHERE, leftBehind)).toEqual([null, null]);
});
