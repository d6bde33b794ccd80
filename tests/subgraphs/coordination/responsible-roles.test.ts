import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { rolesOf } from '../../../subgraphs/coordination/responsibility/responsible-roles.js';

const policies = loadPolicies();

test.each<[division: string, roles: string[]]>([
  ['520625', ['FIRST COUNTY_PARTY_AND_GOVERNMENT']],
  ['640381', ['FIRST TOWNSHIP', 'DIRECT PRINCIPAL']],
  ['500235107', ['FIRST PRINCIPAL', 'SUPERVISOR VILLAGE_RESIDENT_LEADER']],
  ['110000', []],
])('who is responsible in %s is as its document says', (division, roles) => {
  const named = rolesOf(policies.policyFor(division, parseIsoDate('2026-11-20')));
  expect(named.map(({ role, bodies }) => `${role} ${bodies.join(' ')}`)).toEqual(roles);
  for (const { policyClause } of named) expect(policyClause).not.toBe('');
});
