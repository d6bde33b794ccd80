import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { isSafe } from '../support/regular-expression-check.js';

interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** Code that meets texts of clients, agencies, tokens and files. */
const FILES = globSync([
  'gateway/**/*.ts',
  'subgraphs/**/*.ts',
  'settings/**/*.ts',
  'policies/**/*.ts',
  'cli/**/*.ts',
  'county/**/*.ts',
  'explorer/*.{ts,tsx}',
]);

/** Searches our own bundle at build time. */
const MEETS_NO_OUTSIDER = new Set(['explorer/build.ts']);

function expressionsIn(file: string): Expression[] {
  const found: Expression[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        where: `${file}:${line}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('T14 regular expressions that take for ever', () => {
  const expressions = FILES.filter((file) => !MEETS_NO_OUTSIDER.has(file)).flatMap(expressionsIn);

  test('none of the hub is one', () => {
    expect(expressions.length).toBeGreaterThan(40);
    const known = new Map<string, boolean>();
    const unsafe = expressions.filter(({ source, flags }) => {
      const text = `/${source}/${flags}`;
      const isKnown = known.get(text) ?? isSafe(source, flags);
      known.set(text, isKnown);
      return !isKnown;
    });
    expect(unsafe.map(({ source, flags, where }) => `${where} /${source}/${flags}`)).toEqual([]);
  });

  test.each(['^([\\u4e00-\\u9fa5]+)+$', '^(a|a)*$', '\\s*$'])('one that is, is found: %s', (source) => {
    expect(isSafe(source, '')).toBe(false);
  });
});
