import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import type { DutyCount } from '../../../../subgraphs/coordination/duties/duty-summary.js';
import {
  FIVE_MECHANISMS,
  mechanismChecks,
} from '../../../../subgraphs/coordination/duties/mechanism-checks.js';
import { startTestAgency } from '../../../support/agency.js';
import { countStatements } from '../../../support/count-statements.js';
import { office } from './duty-rows.js';

const none = {
  notYetOpen: 0,
  due: 0,
  overdue: 0,
  submitted: 0,
  late: 0,
  signedOff: 0,
  returned: 0,
  unknown: 0,
};
const count = (kind: DutyCount['kind'], part: Partial<DutyCount> = {}): DutyCount => ({
  duty: 'test',
  label: null,
  kind,
  total: 1,
  ...none,
  ...part,
});
const stated = {
  value: { label: { en: 'test', zh: '测试' } },
  provenance: [{ document: 'test', clause: '一', standing: 'PUBLISHED', file: 'test' }],
} as const;
const ordered = Object.fromEntries(Object.keys(FIVE_MECHANISMS).map((name) => [name, stated]));

test('of what is ordered a duty says how it stands; what nobody ordered is no failure', () => {
  const states = (mechanisms: typeof ordered, counts: readonly DutyCount[]) =>
    mechanismChecks({ mechanisms }, counts).map(({ state }) => state);
  const counts = [
    count('SCREENING', { overdue: 1 }),
    count('PERSUASION', { submitted: 1 }),
    count('STATUS_REVIEW', { unknown: 1 }),
    count('MEETING', { overdue: 1 }),
  ];
  expect(states(ordered, counts)).toEqual([
    'OVERDUE',
    'IN_ORDER',
    'NO_RECORD_ASKED',
    'UNKNOWN',
    'NO_RECORD_ASKED',
  ]);
  expect(states({}, counts)).toEqual(Array.from({ length: 5 }, () => 'NOT_ORDERED'));
});

test('the district’s plan orders all five', () => {
  const district = loadPolicies().files.find(({ appliesTo }) => appliesTo === 'TEMPLATE');
  expect(Object.keys(FIVE_MECHANISMS).filter((name) => name in (district?.values.mechanisms ?? {}))).toEqual(
    Object.keys(FIVE_MECHANISMS),
  );
  const here = loadPolicies().policyFor('640381', parseIsoDate('2026-11-20'));
  for (const { state, policyClause } of mechanismChecks(here, []))
    expect(policyClause === null).toBe(state === 'NOT_ORDERED');
});

test('a county has its check-list, from as many statements as a village', async () => {
  const agency = await startTestAgency('coordination', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  try {
    const asked = async (division: string) => {
      const { data, errors } = await agency.ask<{
        mechanismChecks: { mechanism: string; state: string; duties: { duty: string }[] }[];
      }>(
        office,
        'query ($division: String!) { mechanismChecks(division: $division) { mechanism state policyClause duties { duty } } }',
        { division },
      );
      expect(errors).toEqual([]);
      return data.mechanismChecks;
    };
    const checks = await asked('520625');
    expect(checks.map(({ mechanism }) => mechanism)).toEqual(Object.keys(FIVE_MECHANISMS));
    expect(checks.flatMap(({ duties }) => duties).length).toBeGreaterThan(0);
    const forCounty = await countStatements(() => asked('520625'));
    expect(await countStatements(() => asked('520625101001'))).toBe(forCounty);
    const { errors } = await agency.ask(office, '{ mechanismChecks(division: "x") { state } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  } finally {
    await agency.close();
  }
});
