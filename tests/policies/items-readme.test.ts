import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUTY_KINDS } from '../../policies/duty-kinds.js';
import { loadPolicies, policyDirectory, readPolicyFolder } from '../../policies/load-policies.js';
import { SETTINGS } from '../../policies/policy-settings.js';
import { projectRoot } from '../../settings/project-root.js';

const ITEMS = 214;
const CLASSES = ['computed', 'planned', 'recorded', 'out of scope'];
const PATH = /^(subgraphs|policies|cli|county)\//;

/** Cells of the table rows under a heading, up to the next heading of the same rank. */
function rowsUnder(text: string, heading: string): string[][] {
  const [, after = ''] = text.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return section
    .split('\n')
    .filter((line) => /^\| [`\d]/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function quotedIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, word]) => (word === undefined ? [] : [word]));
}

/** Kind of each duty that a policy file orders. */
function kindsOrdered(): unknown[] {
  return loadPolicies().files.flatMap(({ values }) =>
    Object.values(values['duties'] ?? {}).map(({ value }) =>
      new Map(Object.entries(value ?? {})).get('kind'),
    ),
  );
}

/** Everything about the table that would mislead somebody who looks an item up. */
function faultsOf(text: string): string[] {
  const rows = rowsUnder(text, 'The 214 items');
  const numbers = rows.map(([number]) => Number(number));
  const missing = Array.from({ length: ITEMS }, (_, index) => index + 1).filter(
    (item) => numbers.filter((number) => number === item).length !== 1,
  );
  const stated = new Set(
    loadPolicies().files.flatMap(({ values }) =>
      Object.entries(values).flatMap(([section, entries]) => [
        section,
        ...Object.keys(entries).map((name) => `${section}.${name}`),
      ]),
    ),
  );
  const ordered = new Set(kindsOrdered());
  return [
    ...missing.map((item) => `item ${item} does not stand there exactly once`),
    ...rows.flatMap(([number, item, words, kind = '', where = '']) => {
      const [first = '', ...others] = quotedIn(where);
      const faults: string[] = [];
      if (!item || !/[\u4e00-\u9fff]/.test(words ?? '')) faults.push('has no words');
      if (!CLASSES.includes(kind)) faults.push(`is in no class: "${kind}"`);
      if (kind === 'computed' && !PATH.test(first)) faults.push('names no module');
      if (kind === 'planned' && !first.startsWith('subgraphs/')) faults.push('is planned nowhere');
      if (kind === 'recorded' && !(first in DUTY_KINDS)) faults.push(`has no kind of duty: "${first}"`);
      if (kind === 'recorded' && first in DUTY_KINDS && !ordered.has(first))
        faults.push(`can't be recorded: no policy has a duty of ${first}`);
      if (where === '') faults.push('says nothing about where');
      // Where something is planned need not exist; everything else that is named has to.
      const paths = (kind === 'planned' ? others : [first, ...others]).filter((word) => PATH.test(word));
      faults.push(
        ...paths.filter((path) => !existsSync(join(projectRoot, path))).map((path) => `${path} is gone`),
      );
      const keys = others.filter((word) => (word.split('.')[0] ?? '') in SETTINGS);
      faults.push(...keys.filter((key) => !stated.has(key)).map((key) => `no policy states ${key}`));
      return faults.map((fault) => `item ${number} ${fault}`);
    }),
  ];
}

const README = readFileSync(join(policyDirectory(), 'README.md'), 'utf8');

test('each of the 214 items stands in the table once, in a known class, and what it names exists', () => {
  expect(faultsOf(README)).toEqual([]);
});

test.each([
  ['a number left out', /\n\| 74 .*/, '', 'item 74 does not stand there exactly once'],
  ['a number twice', /\n\| 74 /, '\n| 75 ', 'item 75 does not stand there exactly once'],
  ['an unknown class', /(\n\| 74 .*\| )computed( +\|)/, '$1done$2', 'item 74 is in no class: "done"'],
  [
    'a module that is gone',
    /(\n\| 74 .*`policies\/)absence-spells/,
    '$1absences',
    'item 74 policies/absences.ts is gone',
  ],
  ['an unknown kind of duty', /(\n\| 6 .*)`MEETING`/, '$1`PARTY`', 'item 6 has no kind of duty: "PARTY"'],
  [
    'a kind of which no policy has a duty',
    /(\n\| 6 .*)`MEETING`/,
    '$1`PLEDGE`',
    "item 6 can't be recorded: no policy has a duty of PLEDGE",
  ],
  [
    'a key that no file states',
    /`duties\.termMeeting`/,
    '`duties.meeting`',
    'item 7 no policy states duties.meeting',
  ],
] as const)('%s would be noticed', (_what, words, instead, fault) => {
  expect(faultsOf(README.replace(words, instead))).toContain(fault);
});

test('the kinds of duty are all listed, with their words', () => {
  expect(
    rowsUnder(README, 'Kinds of duty').map(([kind, en, zh]) => [quotedIn(kind ?? '')[0], en, zh]),
  ).toEqual(Object.entries(DUTY_KINDS).map(([kind, { en, zh }]) => [kind, en, zh]));
});

test('every file of the folder is listed', () => {
  for (const { name } of readPolicyFolder(policyDirectory())) expect(README).toContain(`\`${name}\``);
});

test('every duty in a policy file is of a kind that a record can have', () => {
  const kinds = kindsOrdered();
  expect(kinds.length).toBeGreaterThan(60);
  for (const kind of kinds) expect(Object.keys(DUTY_KINDS)).toContain(kind);
});
