import { parseIsoDate } from '../../policies/iso-date.js';
import { parsePolicies, type YamlFile } from '../../policies/load-policies.js';
import { PolicyError } from '../../policies/policy-error.js';
import { LOCAL_SOURCE, localFile, nationalFile, projectFile } from './policy-files.js';

const NOW = parseIsoDate('2026-11-20');
const stated = (value: unknown) => ({ value, source: LOCAL_SOURCE });
const library = (...local: readonly YamlFile[]) => parsePolicies([nationalFile(), ...local]);
const suspectAfter = (days: number) => ({ clocks: { suspectAfterSchoolDays: stated(days) } });

describe('layers', () => {
  const layered = library(
    localFile({ name: 'county.yaml', values: suspectAfter(2) }),
    localFile({ name: 'town.yaml', appliesTo: ['520625101'], values: suspectAfter(1) }),
  );
  const days = (division: string) => layered.policyFor(division, NOW).clocks.suspectAfterSchoolDays.value;

  test('a county has its own value, another county the national one', () => {
    expect(days('520625')).toBe(2);
    expect(days('652301')).toBe(3);
  });

  test('a town’s value goes before the county’s, for its villages too', () => {
    expect(days('520625101')).toBe(1);
    expect(days('520625101200')).toBe(1);
    expect(days('520625102')).toBe(2);
  });

  test('a prefecture does not take over a county’s value', () => {
    expect(days('5206')).toBe(3);
  });

  test('values that the local policy is silent about come from above', () => {
    expect(layered.policyFor('520625101', NOW).clocks.reportAfterCalendarDays.value).toBe(7);
  });

  test('entries of a list are added to the national ones and replace those of the same name', () => {
    const duty = (by: string) => ({
      label: { en: 'x', zh: '某' },
      kind: 'ROLL_CALL',
      by: [by],
      to: [],
      occurs: { inMonths: [3, 9] },
    });
    const target = {
      label: { en: 'x', zh: '某' },
      indicator: 'RETENTION_RATE',
      stage: 'COMPULSORY',
      operator: 'GTE',
      value: 90,
      unit: 'PERCENT',
    };
    const values = {
      duties: { rollCall: stated(duty('SCHOOL')) },
      targets: { nineYearRetention: stated(target) },
    };
    const policy = library(localFile({ values })).policyFor('520625', NOW);
    expect(policy.duties['rollCall']?.value.occurs).toEqual({ inMonths: [3, 9] });
    expect(policy.duties['schoolMonthlyReport']?.value.occurs).toEqual({ every: 'MONTH' });
    expect(policy.targets['nineYearRetention']?.value.value).toBe(90);
  });

  test('a template applies nowhere', () => {
    const template = library(localFile({ appliesTo: 'TEMPLATE', values: suspectAfter(1) }));
    expect(template.policyFor('520625', NOW).clocks.suspectAfterSchoolDays.value).toBe(3);
  });

  test.each(['', '5', '520', '52062', '5206251', '5206250000000', '%', '52062x'])(
    '"%s" is not a division code',
    (code) => {
      expect(() => layered.policyFor(code, NOW)).toThrow(RangeError);
    },
  );
});

describe('validity', () => {
  const files = [
    localFile({
      name: 'old.yaml',
      validFrom: '2024-06-01',
      values: { clocks: { suspectAfterSchoolDays: stated(2), reportAfterCalendarDays: stated(6) } },
    }),
    localFile({ name: 'new.yaml', validFrom: '2025-09-01', validTo: '2026-08-31', values: suspectAfter(1) }),
  ];
  const clocks = (date: string, ...more: readonly YamlFile[]) =>
    library(...files, ...more).policyFor('520625', parseIsoDate(date)).clocks;

  test('the newest valid policy of a layer wins, from its first day to its last', () => {
    expect(clocks('2025-08-31').suspectAfterSchoolDays.value).toBe(2);
    expect(clocks('2025-09-01').suspectAfterSchoolDays.value).toBe(1);
    expect(clocks('2026-08-31').suspectAfterSchoolDays.value).toBe(1);
    expect(clocks('2026-09-01').suspectAfterSchoolDays.value).toBe(2);
  });

  test('what the newer one is silent about stands as the older one says', () => {
    expect(clocks('2026-01-01').reportAfterCalendarDays.value).toBe(6);
  });

  test('of two policies of one first day the later issued wins', () => {
    const later = localFile({
      name: 'a-later.yaml',
      validFrom: '2025-09-01',
      issuedOn: '2025-08-20',
      values: { clocks: { suspectAfterSchoolDays: stated(2) } },
    });
    expect(clocks('2025-10-01', later).suspectAfterSchoolDays.value).toBe(2);
  });

  test('a single value can end before its policy does', () => {
    const values = { clocks: { suspectAfterSchoolDays: { ...stated(1), validTo: '2026-06-30' } } };
    const at = (date: string) =>
      library(localFile({ values })).policyFor('520625', parseIsoDate(date)).clocks.suspectAfterSchoolDays
        .value;
    expect(at('2026-06-30')).toBe(1);
    expect(at('2026-07-01')).toBe(3);
  });

  test('a day before any national policy has no answer, and the error says what is missing', () => {
    const resolve = () => library().policyFor('520625', parseIsoDate('2020-05-01'));
    expect(resolve).toThrow(PolicyError);
    expect(resolve).toThrow(
      'no policy in force for division 520625 on 2020-05-01 gives clocks.suspectAfterSchoolDays',
    );
    expect(resolve).toThrow('stages.PRIMARY');
  });
});

describe('national floors', () => {
  const floored = (path: string) => nationalFile([`values/${path}/floor`, true]);
  const policy = (national: YamlFile, values: unknown) =>
    parsePolicies([national, localFile({ values })]).policyFor('520625', NOW);

  test('hold against a laxer time limit and give way to a stricter one', () => {
    const national = floored('clocks/suspectAfterSchoolDays');
    expect(policy(national, suspectAfter(5)).clocks.suspectAfterSchoolDays.value).toBe(3);
    expect(policy(national, suspectAfter(2)).clocks.suspectAfterSchoolDays.value).toBe(2);
  });

  test('hold against a lower fine and suppression and give way to a higher one', () => {
    const values = (amount: number, count: number) => ({
      childLabour: { fineYuanPerMonth: stated(amount) },
      privacy: { suppressCountsBelow: stated(count) },
    });
    const lax = policy(nationalFile(), values(1000, 3));
    expect([lax.childLabour.fineYuanPerMonth.value, lax.privacy.suppressCountsBelow.value]).toEqual([
      5000, 5,
    ]);
    const strict = policy(nationalFile(), values(8000, 11));
    expect([strict.childLabour.fineYuanPerMonth.value, strict.privacy.suppressCountsBelow.value]).toEqual([
      8000, 11,
    ]);
  });

  test('widen a band to cover both and name both sources', () => {
    const { householdRecords } = policy(floored('ages/householdRecords'), {
      ages: { householdRecords: stated({ from: 3, to: 20 }) },
    }).ages;
    expect(householdRecords.value).toEqual({ from: 0, to: 20 });
    expect(householdRecords.provenance.map(({ file }) => file)).toEqual(['local.yaml', 'national-2024.yaml']);
  });

  test('keep forbidden what is forbidden nationally', () => {
    const { studentStatus } = policy(nationalFile(), {
      studentStatus: { transferDuringSuspension: stated(true) },
    });
    expect(studentStatus.transferDuringSuspension.value).toBe(false);
    expect(studentStatus.transferDuringSuspension.provenance[0].file).toBe('national-2024.yaml');
  });

  test('hold against a lower target, and against one asked for in another way', () => {
    const national = floored('targets/nineYearRetention');
    const target = (operator: string, value: number) => ({
      targets: {
        nineYearRetention: stated({
          label: { en: 'x', zh: '某' },
          indicator: 'RETENTION_RATE',
          stage: 'COMPULSORY',
          operator,
          value,
          unit: 'PERCENT',
        }),
      },
    });
    const value = (operator: string, number: number) =>
      policy(national, target(operator, number)).targets['nineYearRetention']?.value;
    expect(value('GTE', 90)).toMatchObject({ operator: 'GTE', value: 95 });
    expect(value('GTE', 98)).toMatchObject({ operator: 'GTE', value: 98 });
    expect(value('LTE', 99)).toMatchObject({ operator: 'GTE', value: 95 });
  });

  test('let a county say the same in its own words, and nothing else', () => {
    const check = (agency: string) => ({
      checks: { HOUSEHOLD_REGISTER: stated({ label: { en: 'own words', zh: '公安人口系统' }, agency }) },
    });
    const same = policy(nationalFile(), check('police')).checks.HOUSEHOLD_REGISTER;
    expect(same?.value.label.zh).toBe('公安人口系统');
    expect(same?.provenance[0].file).toBe('local.yaml');
    const other = policy(nationalFile(), check('education')).checks.HOUSEHOLD_REGISTER;
    expect(other?.value).toMatchObject({ agency: 'police', label: { zh: '查户籍' } });
  });

  test('that are not marked let a local document go either way', () => {
    expect(policy(nationalFile(), suspectAfter(5)).clocks.suspectAfterSchoolDays.value).toBe(5);
  });
});

describe('provenance', () => {
  test('every value of every section names document, clause, standing, file and version', () => {
    const yinjiang = library(projectFile('yinjiang-2020.yaml'));
    const { divisionCode, onDate, ...sections } = yinjiang.policyFor('520625', NOW);
    expect([divisionCode, onDate]).toEqual(['520625', NOW]);
    const versions = new Map(yinjiang.files.map(({ file, version }) => [file, version]));
    const all = Object.values(sections).flatMap((section) => Object.values(section));
    expect(all.length).toBeGreaterThan(100);
    for (const resolved of all) {
      for (const source of resolved?.provenance ?? []) {
        expect(source.document.length * source.clause.length).toBeGreaterThan(0);
        expect(['PUBLISHED', 'UNVERIFIED', 'HUB_DEFAULT']).toContain(source.standing);
        expect(source.version).toBe(versions.get(source.file));
      }
    }
  });

  test('a value names the clause that gave it', () => {
    const [source] = library(localFile({ values: suspectAfter(2) })).policyFor('520625', NOW).clocks
      .suspectAfterSchoolDays.provenance;
    expect(source).toMatchObject({ ...LOCAL_SOURCE, standing: 'PUBLISHED', file: 'local.yaml' });
  });

  test('any change of a file’s text changes its version', () => {
    const version = (values: unknown) => library(localFile({ values })).files[1]?.version;
    expect(version(suspectAfter(1))).not.toBe(version(suspectAfter(2)));
    expect(version(suspectAfter(2))).toBe(version(suspectAfter(2)));
  });

  test('resolving many villages gives each its own answer', () => {
    const many = library(localFile({ name: 'town.yaml', appliesTo: ['520625101'], values: suspectAfter(1) }));
    for (let village = 0; village < 1100; village += 1) {
      const town = village % 2 === 0 ? '520625101' : '520625102';
      const code = `${town}${String(village % 1000).padStart(3, '0')}`;
      const policy = many.policyFor(code, NOW);
      expect([policy.divisionCode, policy.clocks.suspectAfterSchoolDays.value]).toEqual([
        code,
        village % 2 === 0 ? 1 : 3,
      ]);
    }
  });
});
