import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies, parsePolicies } from '../../policies/load-policies.js';
import { statedAt } from './document-table.js';
import { nationalFile, projectFile } from './policy-files.js';

const DAY = parseIsoDate('2026-11-20');
const library = loadPolicies();
const district = parsePolicies([
  nationalFile(),
  projectFile(
    'district-2025.yaml',
    ['appliesTo', ['520625001']],
    ['validFrom', '2021-01-01'],
    ['document/issuedOn', '2021-01-01'],
  ),
]).policyFor('520625001', DAY);
const policies = {
  changji: library.policyFor('652301', DAY),
  qingtongxia: library.policyFor('640381', DAY),
  yinjiang: library.policyFor('520625', DAY),
  guling: library.policyFor('500235107', DAY),
  district,
};

/** A part of the value, for each document that states it. */
function across(key: string, part: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(policies).flatMap(([name, policy]): [string, unknown][] => {
      const { value, provenance } = statedAt(policy, key);
      if (provenance[0]?.document === '教基厅函〔2024〕15号' || typeof value !== 'object' || !value)
        return [];
      return [[name, new Map<string, unknown>(Object.entries(value)).get(part)]];
    }),
  );
}

test('who is first responsible: towns, heads of Party and government, villages, principals', () => {
  const { changji, ...others } = policies;
  expect(changji.responsibleRoles.FIRST).toBeUndefined();
  expect(
    Object.fromEntries(
      Object.entries(others).map(([name, policy]) => [name, policy.responsibleRoles.FIRST?.value.bodies]),
    ),
  ).toEqual({
    qingtongxia: ['TOWNSHIP'],
    yinjiang: ['COUNTY_PARTY_AND_GOVERNMENT'],
    guling: ['PRINCIPAL'],
    district: ['VILLAGE'],
  });
});

test('who issues an order: the town, or the town and the bureau', () => {
  expect(across('escalation.CRITICISM_EDUCATION', 'issuers')).toMatchObject({
    changji: ['TOWNSHIP'],
    qingtongxia: ['TOWNSHIP', 'COUNTY_EDUCATION'],
    guling: ['TOWNSHIP'],
  });
  expect(across('escalation.JUDICIAL_DOCUMENT', 'issuers')).toMatchObject({
    qingtongxia: ['JUSTICE'],
    yinjiang: ['COURT', 'PROCURATORATE', 'JUSTICE'],
  });
});

test('Changji orders after criticism, Qingtongxia before it', () => {
  const order = ({ escalation }: typeof district) => [
    escalation.RETURN_ORDER?.value.order,
    escalation.CRITICISM_EDUCATION?.value.order,
  ];
  expect(order(policies.changji)).toEqual([3, 2]);
  expect(order(policies.qingtongxia)).toEqual([2, 3]);
});

test('enrolment of disabled children: three categories of any age, of 8 to 14, or every category', () => {
  const stated = ({ targets }: typeof district) =>
    [targets['threeCategoryEnrolment'], targets['disabledEnrolment']].map(
      (target) => target && [target.value.value, target.value.ages ?? null, target.value.disability],
    );
  expect(stated(policies.changji)[0]).toEqual([98, null, 'THREE_CATEGORIES']);
  expect(stated(policies.qingtongxia)[0]).toEqual([95, { from: 8, to: 14 }, 'THREE_CATEGORIES']);
  expect(stated(policies.yinjiang)).toEqual([undefined, [95, null, 'ALL_CATEGORIES']]);
});

test('retention: at least 95 and 97, 100 and at least 98, 95 over nine years', () => {
  const retention = ({ targets }: typeof district) =>
    ['primaryRetention', 'juniorRetention', 'nineYearRetention'].map((key) => targets[key]?.value.value);
  expect(retention(policies.changji)).toEqual([95, 97, 95]);
  expect(retention(policies.qingtongxia)).toEqual([100, 98, 95]);
  expect(retention(policies.yinjiang)).toEqual([undefined, undefined, 95]);
});

test('四不办理 may be asked about in Qingtongxia alone', () => {
  const open = Object.entries(policies).filter(([, { administrativeHolds }]) => {
    return administrativeHolds.advisoryQuery.value;
  });
  expect(open.map(([name]) => name)).toEqual(['qingtongxia']);
});

test('the responsible inspector is called at the first sign in Qingtongxia alone', () => {
  const called = Object.entries(policies).filter(
    ([, { dropoutReporting }]) => dropoutReporting.inspectorCalledAtFirstSign.value,
  );
  expect(called.map(([name]) => name)).toEqual(['qingtongxia']);
});

test('publicity falls into months, or into the starts of terms', () => {
  expect(policies.yinjiang.duties['publicityMonths']?.value.occurs).toEqual({ inMonths: [2, 8] });
  expect(policies.qingtongxia.duties['termStartPublicity']?.value.occurs).toEqual({
    atTermStart: ['SPRING', 'AUTUMN'],
  });
});
