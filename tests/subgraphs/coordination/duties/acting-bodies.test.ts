import type { PolicyBody } from '../../../../policies/bodies.js';
import { parsePolicies } from '../../../../policies/load-policies.js';
import { actsFor } from '../../../../subgraphs/coordination/duties/acting-bodies.js';
import { LOCAL_SOURCE, localFile, nationalFile } from '../../../policies/policy-files.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import { bureau, dutiesFor, office, police } from './duty-rows.js';

describe('who acts for a body', () => {
  const townOf = (agency: string, code = '520625101') => ({
    agency,
    scopes: new Set<string>(),
    jurisdiction: [{ kind: 'DIVISION' as const, code }],
  });
  const at = (kind: 'TOWNSHIP' | 'VILLAGE' | 'COUNTY', code: string) => ({
    kind,
    code,
    name: code,
    divisionCode: code,
  });

  test.each<[PolicyBody, string, boolean]>([
    ['TOWNSHIP', 'coordination', true],
    ['TOWNSHIP', 'police', false],
    ['TOWNSHIP', 'education', false],
    ['EDUCATION_OFFICE', 'education', true],
    ['EDUCATION_OFFICE', 'police', false],
  ])('for %s an officer of %s in the township: %s', (body, agency, expected) => {
    expect(actsFor(townOf(agency), body, at('TOWNSHIP', '520625101'))).toBe(expected);
  });

  test.each([
    ['coordination', true],
    ['civil-affairs', false],
  ])('for the village an officer of %s: %s', (agency, expected) => {
    const village = '520625101201';
    expect(actsFor(townOf(agency, village), 'VILLAGE', at('VILLAGE', village))).toBe(expected);
  });

  test('every agency is a department of the county, and acts for itself alone', () => {
    const county = at('COUNTY', '520625');
    const officer = townOf('police', '520625');
    expect(actsFor(officer, 'COUNTY_DEPARTMENT', county, 'police')).toBe(true);
    expect(actsFor(officer, 'COUNTY_DEPARTMENT', county, 'labour')).toBe(false);
  });
});

describe('a duty of all member units', () => {
  let agency: TestAgency;
  beforeAll(async () => {
    const publicity = {
      label: { en: 'publicity', zh: '宣传活动' },
      kind: 'PUBLICITY',
      by: ['MEMBER_UNIT'],
      to: ['LEADING_GROUP_OFFICE'],
      occurs: { every: 'MONTH' },
    };
    const values = { duties: { publicity: { value: publicity, source: LOCAL_SOURCE } } };
    agency = await startTestAgency('coordination', {
      policies: parsePolicies([nationalFile(), localFile({ values })]),
    });
  });
  afterAll(() => agency?.close());

  let keys = 0;
  const command = async (caller: TestCaller, name: 'submitDuty' | 'signOffDuty', input: object) => {
    const type = name === 'submitDuty' ? 'SubmitDutyInput' : 'SignOffDutyInput';
    const { data, errors } = await agency.ask<Record<string, { errors: readonly { code: string }[] }>>(
      caller,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
      { input: { idempotencyKey: `publicity-${(keys += 1)}`, ...input } },
    );
    expect(errors).toEqual([]);
    return data[name]?.errors.map(({ code }) => code);
  };
  const dutyOf = (unit: string) => `publicity:2026-10:MEMBER_UNIT:520625${unit}`;
  const evidence = { kind: 'MATERIAL', number: '宣传〔2026〕1号', issuer: 'MEMBER_UNIT', date: '2026-10-20' };

  test('is owed, handed in and signed off agency by agency', async () => {
    const submit = (caller: TestCaller, unit: string) =>
      command(caller, 'submitDuty', { dutyId: dutyOf(unit), evidence });
    expect(await submit(police, '')).toEqual(['NOT_FOUND']);
    expect(await submit(police, ':nobody')).toEqual(['NOT_FOUND']);
    expect(await submit(police, ':education')).toEqual(['NOT_YOUR_DUTY']);
    expect(await submit(police, ':police')).toEqual([]);
    expect(await submit(bureau, ':education')).toEqual([]);
    expect(await submit(office, ':coordination')).toEqual([]);
    const sign = (unit: string) => command(office, 'signOffDuty', { dutyId: dutyOf(unit), version: 1 });
    expect(await sign(':police')).toEqual([]);
    expect(await sign(':coordination')).toEqual(['OWN_RECORD']);
    const listed = await dutiesFor(agency, bureau, {
      duty: 'publicity',
      from: '2026-10-01',
      to: '2026-10-31',
    });
    expect(listed.map(({ agency: owing, state }) => `${owing} ${state}`)).toEqual([
      'civil-affairs OVERDUE',
      'coordination SUBMITTED_LATE',
      'disability OVERDUE',
      'education SUBMITTED_LATE',
      'labour OVERDUE',
      'police SIGNED_OFF',
      'poverty OVERDUE',
    ]);
  });
});
