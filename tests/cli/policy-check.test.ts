import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPolicyFiles } from '../../cli/policies/check-policy-files.js';
import { loadDivisions } from '../../county/frame/divisions.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { policyDirectory } from '../../policies/load-policies.js';
import { localFile, projectFile } from '../policies/policy-files.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { local, POISONED, source } from './poisoned-policies.js';

let folder: string;
beforeAll(() => {
  folder = makeTemporaryFolder('hub-policies-');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const DAY = parseIsoDate('2026-11-20');
let count = 0;

/** Runs the command on the project's files and those given. */
function check(files: readonly { readonly name: string; readonly text: string }[], division?: string) {
  count += 1;
  const place = join(folder, String(count));
  mkdirSync(place);
  const lines: string[] = [];
  const given = files.map(({ name, text }) => {
    writeFileSync(join(place, name), text);
    return join(place, name);
  });
  const isSound = checkPolicyFiles({
    given,
    folder: policyDirectory(),
    divisions: loadDivisions(),
    shown: division === undefined ? null : { division, onDate: DAY },
    say: (line) => lines.push(line),
  });
  return { isSound, lines };
}

test("the project's own files are sound", () => {
  expect(check([])).toEqual({ isSound: true, lines: ['7 policy files, 0 problems.'] });
});

test('a sound file of a county is checked beside them', () => {
  const { isSound, lines } = check([local({ clocks: { suspectAfterSchoolDays: { value: 2, source } } })]);
  expect({ isSound, lines }).toEqual({ isSound: true, lines: ['8 policy files, 0 problems.'] });
});

test.each(POISONED)('a file that %s is found out', (_what, file, path, wrong, mend) => {
  const { isSound, lines } = check([file]);
  expect(isSound).toBe(false);
  const at = lines.indexOf(path === '' ? file.name : `${file.name}  ${path}`);
  expect(lines.slice(at, at + 3)).toEqual([
    expect.stringContaining(file.name),
    expect.stringContaining(`  wrong: `),
    expect.stringContaining(`  mend:  `),
  ]);
  expect(lines.join('\n')).toContain(wrong);
  expect(lines.join('\n')).toContain(mend);
});

test('every problem of every file is said at once', () => {
  const { lines } = check([
    local({ clocks: { suspectAfterSchoolDay: { value: 3, source } } }),
    localFile({ name: 'other.yaml', appliesTo: ['520699'], values: {} }),
  ]);
  expect(lines.at(-1)).toBe('9 policy files, 2 problems.');
});

test('a file of the same name takes the place of the project’s', () => {
  const { lines } = check([projectFile('yinjiang-2020.yaml', ['appliesTo', ['520699']])]);
  expect(lines.at(-1)).toBe('7 policy files, 1 problem.');
});

test('with a division, the values in force there are a table with their sources in both languages', () => {
  const { isSound, lines } = check([], '640381');
  expect(isSound).toBe(true);
  const line = (key: string) => lines.find((text) => text.includes(`  ${key} `));
  expect(line('clocks.suspectAfterSchoolDays')).toMatch(
    /suspected after school days 标注疑似辍学（上课日） +3 +青政办发〔2018〕49号 三（一）3 \(qingtongxia-2018\.yaml\)$/,
  );
  expect(line('administrativeHolds.items')).toContain('RELIEF, HOUSE_BUILDING_APPROVAL');
  expect(line('escalation.RECTIFICATION_ORDER')).toContain(
    'issuers TOWNSHIP 乡镇（街道）, COUNTY_EDUCATION 教育局',
  );
  expect(line('studentStatus.transferWorkingDaysPerSide')).toContain('[UNVERIFIED] (national-2024.yaml)');
  expect(lines).toContain('Order ladder 依法控辍程序');
});

test.each([
  ['a division that nobody has', () => check([], '520699'), 'No division has the code 520699'],
  [
    'a file that is not there',
    () =>
      checkPolicyFiles({
        given: [join(folder, 'none.yaml')],
        folder: policyDirectory(),
        divisions: loadDivisions(),
        shown: null,
        say: () => undefined,
      }),
    'There is no file',
  ],
])('%s is refused in one sentence', (_what, run, message) => {
  expect(run).toThrow(message);
});

test('another folder is checked on its own', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  for (const name of readdirSync(policyDirectory()).filter((file) => file === 'yinjiang-2020.yaml'))
    copyFileSync(join(policyDirectory(), name), join(empty, name));
  const lines: string[] = [];
  const divisions = loadDivisions();
  expect(
    checkPolicyFiles({ given: [], folder: empty, divisions, shown: null, say: (text) => lines.push(text) }),
  ).toBe(false);
  expect(lines.join('\n')).toContain('there is no national policy');
});
