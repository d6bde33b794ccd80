import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicies, readPolicyFolder } from '../../policies/load-policies.js';
import { LOCAL_SOURCE, localFile, nationalFile, problemsOf, type Change } from './policy-files.js';

const NATIONAL_SOURCE = { document: 'hub default', clause: 'trial' };

const clock = (value: unknown, more: object = {}) => ({
  clocks: { suspectAfterSchoolDays: { value, source: LOCAL_SOURCE, ...more } },
});

describe('loading the policy files', () => {
  test('the project’s own files are accepted and carry their digest', () => {
    const { files } = loadPolicies();
    expect(files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['national-2024.yaml', 'yinjiang-2020.yaml']),
    );
    for (const { version } of files) expect(version).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(new Set(files.map(({ version }) => version)).size).toBe(files.length);
  });

  test('a folder is read in the order of names and without other kinds of files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policies-'));
    try {
      for (const { name, text } of [localFile({ values: {} }), nationalFile()])
        writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, 'notes.txt'), 'not a policy');
      expect(readPolicyFolder(folder).map(({ name }) => name)).toEqual(['local.yaml', 'national-2024.yaml']);
      expect(loadPolicies(folder).files).toHaveLength(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a folder that does not exist is named', () => {
    expect(() => loadPolicies('/nowhere/policies')).toThrow(
      '/nowhere/policies: the policy folder does not exist',
    );
  });
});

describe('a broken policy file', () => {
  const broken: readonly (readonly [string, readonly Change[], string])[] = [
    ['a misspelt section', [['values/clock', {}]], 'at values: unknown name "clock"; is it misspelt?'],
    [
      'a misspelt setting',
      [['values/clocks/suspectAfterDays', { value: 3, source: {} }]],
      'at values.clocks: unknown name "suspectAfterDays"; is it misspelt?',
    ],
    [
      'a number written as words',
      [['values/clocks/suspectAfterSchoolDays/value', 'three']],
      'at values.clocks.suspectAfterSchoolDays.value: expected number, received string',
    ],
    [
      'a number out of range',
      [['values/clocks/suspectAfterSchoolDays/value', 0]],
      'at values.clocks.suspectAfterSchoolDays.value: Too small: expected number to be >=1',
    ],
    [
      'a value without a source',
      [['values/childLabour/minimumAge/source', undefined]],
      'at values.childLabour.minimumAge.source: expected object, received undefined',
    ],
    [
      'a source without a clause',
      [['values/childLabour/minimumAge/source/clause', ' ']],
      'at values.childLabour.minimumAge.source.clause: expected some text',
    ],
    [
      'a source that the file does not list',
      [['values/childLabour/minimumAge/source/document', '某文件']],
      'at values.childLabour.minimumAge.source.document: cites "某文件", which the file does not list; add it to cites',
    ],
    [
      'a date that does not exist',
      [['validFrom', '2025-02-29']],
      'at validFrom: expected an existing calendar date written YYYY-MM-DD',
    ],
    [
      'an end before the beginning',
      [['validTo', '2024-01-01']],
      'at validTo: the policy ends before it begins',
    ],
    [
      'a division code without quotes',
      [['appliesTo', [520625]]],
      'at appliesTo: expected NATIONAL, TEMPLATE or a list of division codes in quotes',
    ],
    [
      'a division code not cut by level',
      [['appliesTo', ['5206250']]],
      'at appliesTo.0: expected a division code cut by level to 2, 4, 6, 9 or 12 digits',
    ],
    [
      'a floor on a value that has no stricter direction',
      [['values/childLabour/partMonth/floor', true]],
      'at values.childLabour.partMonth.floor: this value has no stricter direction and cannot be a floor',
    ],
    [
      'a band that ends before it begins',
      [['values/ages/householdRecords/value', { from: 17, to: 3 }]],
      'at values.ages.householdRecords.value: the band ends before it begins',
    ],
    [
      'a cut-off that is not a day of the year',
      [['values/ages/entryCutoff/value', '08-32']],
      'at values.ages.entryCutoff.value: expected a day of the year written MM-DD, not 29 February',
    ],
    [
      'an unknown disability category',
      [['values/disability/threeCategories/value/0', 'SIGHT']],
      'at values.disability.threeCategories.value.0: expected one of "VISUAL"|"HEARING"',
    ],
    [
      'an unknown kind of ledger',
      [
        [
          'values/ledgerKinds/TRUANTS',
          { value: { label: { en: 'truants', zh: '逃学' } }, source: NATIONAL_SOURCE },
        ],
      ],
      'at values.ledgerKinds.TRUANTS: unknown name: ',
    ],
    [
      'a comparison of a source with itself',
      [['values/comparisons/HOUSEHOLD_VS_STATUS/value/left', 'STUDENT_STATUS']],
      'at values.comparisons.HOUSEHOLD_VS_STATUS.value: a source cannot be compared with itself',
    ],
    [
      'a percentage above a hundred',
      [['values/targets/nineYearRetention/value/value', 101]],
      'at values.targets.nineYearRetention.value: a percentage cannot exceed 100',
    ],
    [
      'a register of no agency',
      [
        [
          'values/freshnessDays/health.visits',
          { value: 30, source: { document: 'hub default', clause: 'monthly' } },
        ],
      ],
      'at values.freshnessDays.health.visits: unknown name: expected <agency>.<register>, e.g. civil-affairs.orphan',
    ],
    [
      'a duty that says twice when it is due',
      [['values/duties/schoolMonthlyReport/value/occurs', { every: 'MONTH', inMonths: [2] }]],
      'at values.duties.schoolMonthlyReport.value.occurs: expected exactly one of every, inMonths, atTermStart, monthsAfterTermStart, upon or standing: true',
    ],
    [
      'a yearly amount that is not the daily one times the days',
      [['values/aid/NUTRITION_IMPROVEMENT/value/yuanPerSchoolDay', 6]],
      'at values.aid.NUTRITION_IMPROVEMENT.value: yuanPerSchoolDay and schoolDaysPerYear go together',
    ],
    [
      'a term that ends before it starts',
      [['values/terms/2026-AUTUMN/value/end', '2026-08-01']],
      'at values.terms.2026-AUTUMN.value: the term ends before it starts',
    ],
    [
      'a document without an issuer',
      [['document/issuer', undefined]],
      'at document.issuer: expected string, received undefined',
    ],
  ];

  test.each(broken)('with %s is refused with file, place and words', (_what, changes, message) => {
    expect(problemsOf(nationalFile(...changes)).join('\n')).toContain(`national-2024.yaml, ${message}`);
  });

  test('that is not YAML is refused with the line', () => {
    const [line] = problemsOf({ name: 'x.yaml', text: 'document: {\n  number: 1\nvalues: [' });
    expect(line).toMatch(/^x\.yaml: is not valid YAML: .* at line \d+, column \d+$/);
  });

  test('that says a key twice is refused rather than read by its last one', () => {
    expect(problemsOf({ name: 'x.yaml', text: 'validTo: null\nvalidTo: null' })[0]).toContain(
      'Map keys must be unique',
    );
  });

  test('that is empty is refused', () => {
    expect(problemsOf({ name: 'x.yaml', text: '' })).toEqual(['x.yaml: expected object, received null']);
  });

  test('of a county that claims a national floor is refused', () => {
    expect(problemsOf(nationalFile(), localFile({ values: clock(3, { floor: true }) }))).toEqual([
      'local.yaml, at values.clocks.suspectAfterSchoolDays.floor: only a national policy can mark a value as a floor',
    ]);
  });

  test('stops all files from being used, and every problem of every file is named', () => {
    const problems = problemsOf(
      nationalFile(['validFrom', 'soon'], ['values/ages/entryCutoff/value', 31]),
      localFile({ values: clock(0) }),
    );
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'national-2024.yaml, at validFrom',
      'national-2024.yaml, at values.ages.entryCutoff.value',
      'local.yaml, at values.clocks.suspectAfterSchoolDays.value',
    ]);
  });

  test('cannot stand in for a missing national policy', () => {
    expect(problemsOf(localFile({ values: clock(3) }))).toEqual([
      'policies: there is no national policy, on which all others build',
    ]);
  });
});
