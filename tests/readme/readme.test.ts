import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { FAILURE_CODES } from '../../cli/commands/command-error.js';
import { ERROR_CODES } from '../../subgraphs/_kit/error-codes.js';
import { chinese, commandLine, commandsOf, english } from './readme-commands.js';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;

const headingsOf = (text: string) => [...text.matchAll(/^(#+) /gm)].map(([, level]) => level);
const errorRowsOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\|/gm)].map(([, code, status]) => [code, Number(status)]),
  );

test.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('%s names every error code with its status, and no other', (_name, text) => {
  expect(errorRowsOf(text)).toEqual(
    Object.fromEntries(Object.entries(ERROR_CODES).map(([code, { status }]) => [code, status])),
  );
});

test.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('%s names every code with which a command fails', (_name, text) => {
  const paragraph = text.split('\n').find((line) => line.includes('`hub: ')) ?? '';
  expect([...paragraph.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code)).toEqual([...FAILURE_CODES]);
});

test.each([
  ['README.md', english],
  ['README.zh-CN.md', chinese],
])('%s stays under 200 lines and names only what is there', (_name, text) => {
  expect(text.split('\n').length).toBeLessThanOrEqual(200);
  const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|docker-compose\.yml|\.env\.example)`/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !/^(\.hub|application)\//.test(path) && !existsSync(path))).toEqual([]);
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? '');
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

test('both languages give the same commands under the same outline', () => {
  expect(commandsOf(chinese)).toEqual(commandsOf(english));
  expect(headingsOf(chinese)).toEqual(headingsOf(english));
});

test('every test that the README names to check a claim is there', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' });
  const named = [...english.matchAll(/npm test -- (tests\/[\w/-]+)/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(5);
  const isThere = (path: string) =>
    files.some((file) => `tests/${file}`.startsWith(path) && file.endsWith('.test.ts'));
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

test('a newcomer is given one command to start and one to test', () => {
  expect([commandLine('npm start'), commandLine('npm test')]).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
  ]);
});

test('every subcommand that the README names is one of the hub', () => {
  const help = execFileSync(process.execPath, ['cli/launch.js', '--help'], { encoding: 'utf8' });
  const offered = [...help.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name ?? '');
  const named = [...english.matchAll(/npx hub (\w+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !offered.includes(name))).toEqual([]);
});
