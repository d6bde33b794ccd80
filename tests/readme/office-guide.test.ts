import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const GUIDES = ['docs/offices.md', 'docs/offices.zh-CN.md'] as const;
const [english = '', chinese = ''] = GUIDES.map((path) => readFileSync(path, 'utf8'));

const codesOf = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
const operationsOf = (text: string) => codesOf(text).filter((code) => /^[A-Z][a-z]\w+$/.test(code));

test('both languages show the same headings, commands, operations and tests', () => {
  const levels = (text: string) => [...text.matchAll(/^(#+) /gm)].map(([, level]) => level);
  expect(levels(chinese)).toEqual(levels(english));
  expect(codesOf(chinese).toSorted()).toEqual(codesOf(english).toSorted());
  expect(codesOf(english).length).toBeGreaterThan(40);
});

test('every operation that the guide names is saved', () => {
  const named = operationsOf(english);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !existsSync(`schema/operations/${name}.graphql`))).toEqual([]);
});

test('every query and mutation that the guide names is in the schema', () => {
  const sdl = readFileSync('schema/supergraph.graphql', 'utf8');
  const named = codesOf(english).filter((code) => /^[a-z]+[A-Z]\w+$/.test(code));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !new RegExp(`^ {2}${name}\\b`, 'm').test(sdl))).toEqual([]);
});

test('every command of the guide is one of the hub, and every test that it names is there', () => {
  const help = execFileSync(process.execPath, ['cli/launch.js', '--help'], { encoding: 'utf8' });
  const offered = [...help.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name ?? '');
  const commands = [...english.matchAll(/npx hub (\w+)/g)].map(([, name]) => name ?? '');
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((name) => !offered.includes(name))).toEqual([]);
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' });
  const tests = [...english.matchAll(/npm test -- (tests\/[\w/-]+)/g)].map(([, path]) => path ?? '');
  expect(
    tests.filter(
      (path) => !files.some((file) => `tests/${file}`.startsWith(path) && file.endsWith('.test.ts')),
    ),
  ).toEqual([]);
});
