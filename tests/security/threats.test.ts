import { existsSync, readFileSync } from 'node:fs';

const THREATS = Array.from({ length: 26 }, (_, index) => `T${index + 1}`);

interface Row {
  readonly threat: string;
  readonly files: readonly string[];
  readonly tests: string;
  readonly runsIn: string;
}

const rows: readonly Row[] = readFileSync('tests/security/README.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, threat]) => /^T\d+$/.test(threat ?? ''))
  .map(([, threat = '', , tests = '', runsIn = '']) => ({
    threat,
    tests,
    files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? ''),
    runsIn,
  }));
const tried = rows.flatMap(({ threat, files, runsIn }) => files.map((file) => ({ threat, file, runsIn })));

test('every threat has its row, in order', () => {
  expect([...new Set(rows.map(({ threat }) => threat))]).toEqual(THREATS);
});

test.each(tried)('$threat is tried in $file, in $runsIn', ({ threat, file, runsIn }) => {
  expect(existsSync(file)).toBe(true);
  const named = new RegExp(`^.*(?:['"\`])${threat} [^\\n]+`, 'm');
  expect(readFileSync(file, 'utf8')).toMatch(named);
  expect(file.endsWith('.proof.ts') ? 'check:proofs' : 'check').toBe(runsIn);
});

test('what is not tried is said to be not built yet', () => {
  const untried = rows.filter(({ files }) => files.length === 0);
  expect(
    untried.map(({ threat, tests, runsIn }) => ({ threat, isSaid: /not built yet$/.test(tests), runsIn })),
  ).toEqual(['T16', 'T24'].map((threat) => ({ threat, isSaid: true, runsIn: '–' })));
});
