import { buildSchema, Kind, parse } from 'graphql';
import { lazyJson, stringifyLazily, textOf } from '../../gateway/answer/lazy-json.js';
import { planProjection } from '../../gateway/answer/projection.js';

const SCHEMA = buildSchema('type Query { a: School b: School } type School { code: ID name: String }');
const SCHOOL = '{"code":"S1","name":"First"}';
const school = (outline?: string) => lazyJson({ bytes: Buffer.from(SCHOOL), outline });

function project(query: string, answers: Record<string, unknown>): Record<string, unknown> {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  return planProjection(operation, SCHEMA)(answers, {}) ?? {};
}

test('a text that holds exactly what was asked for is handed on unread, to each place its own', () => {
  const given = school('{code,name}');
  const { a, b } = project('{ a { code name } b { code name } }', { a: given, b: given }) as {
    a: object;
    b: object;
  };
  expect(textOf(a)?.bytes.toString()).toBe(SCHOOL);
  expect(textOf(b)).toBe(textOf(a));
  (a as Record<string, unknown>).code = null;
  expect(String(stringifyLazily({ a, b }))).toBe(`{"a":{"code":null,"name":"First"},"b":${SCHOOL}}`);
});

test.each([
  ['{ a { code } }', '{code,name}'],
  ['{ a { code } }', undefined],
  ['{ a { name code } }', '{code,name}'],
  ['{ a { code name @skip(if: true) } }', '{code}'],
])('%s of a text with other contents, or in another order, is picked out of it', (query, outline) => {
  const answered = project(query, { a: school(outline) });
  const plain = project(query, { a: JSON.parse(SCHOOL) as unknown });
  expect(String(stringifyLazily(answered))).toBe(JSON.stringify(plain));
});
