import { parseIsoDate } from '../../policies/iso-date.js';
import { parsePolicies } from '../../policies/load-policies.js';
import { policyAreas } from '../../policies/policy-areas.js';
import { LOCAL_SOURCE, localFile, nationalFile } from './policy-files.js';

const DAY = parseIsoDate('2026-11-20');
const everyDays = (days: number) => ({ care: { verifyEveryDays: { value: days, source: LOCAL_SOURCE } } });
const policies = parsePolicies([
  nationalFile(),
  localFile({ name: 'county.yaml', appliesTo: ['520625', '6523'], values: everyDays(60) }),
  localFile({ name: 'town.yaml', appliesTo: ['520625101'], values: everyDays(30) }),
  localFile({ name: 'ended.yaml', appliesTo: ['5206'], validTo: '2026-01-01', values: everyDays(10) }),
]);
const areas = policyAreas(policies, DAY);

test.each([
  ['a village of the town', '520625101200', 30],
  ['the town', '520625101', 30],
  ['another town of the county', '520625102', 60],
  ['the county', '520625', 60],
  ['a county below a prefecture that has a policy', '652301', 60],
  ['a county of a prefecture whose policy has ended', '520626', 92],
  ['a county without a policy', '130102', 92],
])('the first area that %s lies in has its policy', (_what, division, days) => {
  const area = areas.find(({ code }) => division.startsWith(code));
  expect(area?.policy.care.verifyEveryDays.value).toBe(days);
  expect(area?.policy.versions).toEqual(policies.policyFor(division, DAY).versions);
});
