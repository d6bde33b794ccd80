import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { testTable } from './document-table.js';

const DOCUMENT = '印府办发〔2020〕19号';
const library = loadPolicies();
const policy = library.policyFor('520625', parseIsoDate('2026-11-20'));

/** Entries of a section that this document decides. */
function ownEntries<T>(
  section: Readonly<Record<string, { value: T; provenance: readonly { document: string }[] } | undefined>>,
) {
  return Object.fromEntries(
    Object.entries(section).flatMap(([key, entry]) =>
      entry?.provenance[0]?.document === DOCUMENT ? [[key, entry.value]] : [],
    ),
  );
}

const chain = (scheme: 'GOVERNMENT_CHAIN' | 'EDUCATION_CHAIN') =>
  policy.responsibilitySchemes[scheme]?.value.levels.map(
    ({ responsible, answersFor }) => `${responsible.zh}包${answersFor.zh}`,
  );

describe(`${DOCUMENT} of Yinjiang`, () => {
  test('is of 26 April 2020, holds in 520625 and has no stated end', () => {
    const file = library.files.find(({ document }) => document.number === DOCUMENT);
    expect(file).toMatchObject({
      appliesTo: ['520625'],
      validFrom: '2020-04-26',
      validTo: null,
      document: { issuedOn: '2020-04-26' },
    });
  });

  test('二: all school-age children enrolled, 95 % of disabled ones, no dropouts, 95 % retention over nine years', () => {
    const targets = Object.entries(ownEntries(policy.targets)).map(([key, { operator, value, unit }]) => [
      key,
      operator,
      value,
      unit,
    ]);
    expect(targets.slice(0, 5)).toEqual(
      expect.arrayContaining([
        ['schoolAgeEnrolment', 'EQ', 100, 'PERCENT'],
        ['disabledEnrolment', 'GTE', 95, 'PERCENT'],
        ['zeroDropout', 'EQ', 0, 'CHILDREN'],
        ['nineYearRetention', 'GTE', 95, 'PERCENT'],
      ]),
    );
  });

  test('二: disabled means all categories, not three', () => {
    expect(policy.targets['disabledEnrolment']?.value.disability).toBe('ALL_CATEGORIES');
  });

  test('三（四）: no pupil drops out for poverty', () => {
    expect(policy.targets['noDropoutForPoverty']?.value).toMatchObject({
      reason: 'POVERTY',
      operator: 'EQ',
      value: 0,
    });
  });

  test('三（四）: everyone eligible is aided (应助尽助)', () => {
    expect(policy.targets['everyoneEligibleIsAided']?.value).toMatchObject({
      indicator: 'AID_COVERAGE',
      operator: 'EQ',
      value: 100,
    });
  });

  test('三（二）: five checks (五查)', () => {
    expect(Object.keys(ownEntries(policy.checks)).sort()).toEqual([
      'DISABILITY_REGISTER',
      'HOUSEHOLD_REGISTER',
      'POVERTY_REGISTER',
      'PUPILS_PRESENT',
      'STUDENT_STATUS',
    ]);
  });

  test('三（二）: four comparisons (四比对), beside the national one of dropouts', () => {
    expect(Object.keys(ownEntries(policy.comparisons)).sort()).toEqual([
      'DISABILITY_VS_STATUS',
      'HOUSEHOLD_VS_STATUS',
      'POVERTY_VS_STATUS',
      'STATUS_VS_PRESENT',
    ]);
    expect(policy.comparisons.DROPOUTS_VS_POVERTY?.provenance[0].document).toBe('教基厅函〔2024〕15号');
  });

  test('三（二）: four ledgers (四台账) of county, township, village and school, and 三（四） one of each class', () => {
    const clauses = Object.entries(policy.ledgerScopes).map(([scope, entry]) => [
      scope,
      entry?.provenance[0].clause.slice(0, 4),
    ]);
    expect(Object.fromEntries(clauses)).toEqual({
      COUNTY: '三（二）',
      TOWNSHIP: '三（二）',
      VILLAGE: '三（二）',
      SCHOOL: '三（二）',
      CLASS: '三（四）',
    });
  });

  test('三（一）: the household education register is a ledger beside the three national ones', () => {
    expect(Object.keys(ownEntries(policy.ledgerKinds))).toEqual(['HOUSEHOLD_EDUCATION']);
    expect(Object.keys(policy.ledgerKinds)).toHaveLength(4);
  });

  test('三（一）: two chains of four levels each', () => {
    expect(chain('GOVERNMENT_CHAIN')).toEqual([
      '县领导包乡镇',
      '乡镇干部包村',
      '村干部包村民小组',
      '村民小组包户',
    ]);
    expect(chain('EDUCATION_CHAIN')).toEqual([
      '教育局领导包学校',
      '学校领导包年级',
      '班主任包班',
      '科任教师包人',
    ]);
  });

  test('三（一）: the seven leaders are named but not listed', () => {
    expect(policy.responsibilitySchemes.SEVEN_LEADERS?.value.levels).toEqual([]);
  });

  test('三（一）: the heads of Party and government are the first responsible persons', () => {
    expect(policy.responsibleRoles.FIRST?.value.label.zh).toContain('党政主要领导');
  });

  test('三（三）: February and August are publicity months', () => {
    expect(policy.duties['publicityMonths']?.value).toMatchObject({
      kind: 'PUBLICITY',
      occurs: { inMonths: [2, 8] },
    });
  });

  test('三（一）: townships are assessed every year', () => {
    expect(policy.duties['yearlyTownshipAssessment']?.value).toMatchObject({
      by: ['COUNTY_GOVERNMENT'],
      to: ['TOWNSHIP'],
    });
  });

  test('三（一）、三（二）、三（四）: ten groups are watched, prisoners’ children as restricted', () => {
    const groups = ownEntries(policy.focusGroups);
    expect(Object.keys(groups).sort()).toEqual([
      'ACCOMPANYING_MIGRANT',
      'DISABLED',
      'FINANCIAL_HARDSHIP',
      'LEARNING_DIFFICULTY',
      'LEFT_BEHIND',
      'PARENT_IN_CUSTODY',
      'REGISTERED_POVERTY',
      'RELOCATED',
      'SEVERELY_DISABLED',
      'SICK',
    ]);
    expect(
      Object.entries(groups)
        .filter(([, { restricted }]) => restricted)
        .map(([key]) => key),
    ).toEqual(['PARENT_IN_CUSTODY']);
  });

  test('三（一）: court, procuratorate and justice bureau press for the return', () => {
    expect(policy.escalation.JUDICIAL_DOCUMENT?.value.issuers).toEqual(['COURT', 'PROCURATORATE', 'JUSTICE']);
  });

  test('三（四）: pupils outside every programme are helped by charity, or by reduction, deferral or waiver', () => {
    expect(Object.keys(ownEntries(policy.aid))).toEqual(['CHARITY', 'REDUCTION_DEFERRAL_WAIVER']);
  });

  test('does not say when a pupil is suspected, which the national base does', () => {
    expect(policy.clocks.suspectAfterSchoolDays.provenance[0].file).toBe('national-2024.yaml');
  });
});

describe(`${DOCUMENT}, item by item`, () => {
  testTable(policy, DOCUMENT, [
    [102, 'dropoutReporting.persuadedBy', ['EDUCATION_OFFICE', 'VILLAGE'], '三（一）各教办、社区、村'],
    [37, 'targets.schoolAgeEnrolment', { operator: 'EQ', value: 100, unit: 'PERCENT' }, '二'],
    [40, 'targets.disabledEnrolment', { disability: 'ALL_CATEGORIES', operator: 'GTE', value: 95 }, '二'],
    [43, 'targets.nineYearRetention', { stage: 'COMPULSORY', operator: 'GTE', value: 95 }, '二'],
    [44, 'targets.zeroDropout', { indicator: 'OPEN_DROPOUTS', operator: 'EQ', value: 0 }, '二'],
    [6, 'duties.conference', { kind: 'MEETING', by: ['LEADING_GROUP'] }, '三（一）'],
    [21, 'responsibleRoles.FIRST', { bodies: ['COUNTY_PARTY_AND_GOVERNMENT'] }, '三（一）'],
    [26, 'mechanisms.TASK_TEAMS', { label: { zh: '一生一案一个专班' } }, '三（一）'],
    [
      28,
      'duties.inspectorVisits',
      { by: ['INSPECTION_COMMISSIONER', 'INSPECTION_OFFICE'] },
      '三（一）、四（三）',
    ],
    [56, 'checks.PUPILS_PRESENT', { agency: 'education' }, '三（二）五查四比对四台账'],
    [57, 'comparisons.STATUS_VS_PRESENT', { right: 'PUPILS_PRESENT' }, '三（二）五查四比对四台账'],
    [58, 'ledgerScopes.TOWNSHIP', { label: { zh: '乡台账' } }, '三（二）五查四比对四台账'],
    [85, 'duties.problemReport', { to: ['TOWNSHIP', 'COUNTY_EDUCATION'] }, '三（二）五查四比对四台账'],
    [107, 'duties.earlyMarriageScreening', { kind: 'SCREENING' }, '三（一）'],
    [136, 'placementModes.HOME_MEDICAL_VISITS', { label: { zh: '重度残疾学生送医上门' } }, '三（一）'],
    [145, 'duties.hardshipReport', { kind: 'HARDSHIP_REPORT', occurs: { upon: 'HARDSHIP' } }, '三（四）'],
    [184, 'accountability.PUSHED_OUT', { consequence: 'FORBIDDEN' }, '三（四）'],
    [
      186,
      'duties.publicityMonths',
      {
        occurs: { inMonths: [2, 8] },
        channels: ['WECHAT', 'QQ', 'TELEVISION', 'LETTER_TO_PARENTS', 'BROCHURE', 'MARKET_DAY', 'MEETING'],
      },
      '三（三）',
    ],
    [193, 'duties.schoolAssessment', { by: ['COUNTY_EDUCATION'] }, '三（一）'],
    [197, 'accountability.FALSIFICATION', { consequence: 'FORBIDDEN' }, '四（二）'],
    [200, 'ledgerScopes.CLASS', { label: { zh: '以班为单位的台账' } }, '三（四）'],
  ]);
});
