import { getIntrospectionQuery } from 'graphql';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub();
});
afterAll(() => hub.close());

const nest = (levels: number) =>
  `query { student(id: "a") { schooling { school { ${'pupils { schooling { school { '.repeat(levels)} code ${'} } }'.repeat(levels)} } } } }`;
const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

test.each([
  ['too many tokens', `query { student(id: "a") { ${repeat(2000, () => 'id')} } }`],
  ['too deep', nest(6)],
  [
    'too deep through fragments',
    `query { student(id: "a") { ...F0 } } ${repeat(20, (i) => `fragment F${i} on Student { schooling { school { pupils { ${i < 19 ? `...F${i + 1}` : 'id'} } } } }`)}`,
  ],
  ['too many aliases', `query { student(id: "a") { ${repeat(31, (i) => `a${i}: id`)} } }`],
  [
    'one root field under too many names',
    `query { ${repeat(16, (i) => `a${i}: student(id: "x${i}") { id }`)} }`,
  ],
  [
    'one root field under too many names, in a fragment twice',
    `query { ...F b: student(id: "b") { id } } fragment F on Query { ${repeat(15, (i) => `a${i}: student(id: "x${i}") { id }`)} }`,
  ],
  ['too many directives', `query { student(id: "a") { ${repeat(41, () => 'id @include(if: true)')} } }`],
  [
    'fragments that double each other',
    `query { student(id: "a") { ...F0 } } ${repeat(30, (i) => `fragment F${i} on Student { ${i < 29 ? `...F${i + 1} ...F${i + 1}` : 'id'} }`)}`,
  ],
  [
    'too many objects',
    'query { students(first: 1000) { edges { node { schooling { school { pupils { schooling { school { pupils { welfare { school { pupils { id } } } } } } } } } } } } }',
  ],
])('T15 a query with %s is 400 LIMIT_EXCEEDED', async (_, query) => {
  const answer = await hub.ask(query);
  expect(answer.status).toBe(400);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
});

test('the page size counts, given as a literal or a variable', async () => {
  const page = (first: string) =>
    `query($n: Int) { students(first: ${first}) { edges { node { schooling { grade } } } } }`;
  const literal = (first: string) => page(first).replace('($n: Int)', '');
  expect((await hub.ask(literal('50'))).status).toBe(200);
  expect((await hub.ask(page('$n'), { variables: { n: 50 } })).status).toBe(200);
  expect((await hub.ask(page('$n'), { variables: { n: 1_000_000 } })).errors[0]?.extensions.code).toBe(
    'LIMIT_EXCEEDED',
  );
  expect((await hub.ask(literal('1000000'))).errors[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
});

test('a picture of depth 9 and 600 tokens for a page of 50 passes', async () => {
  const fields =
    'id formerIds registerEntry { name standing askedBy purpose } schooling { grade askedBy school { code name pupils { id schooling { grade } } } } welfare { allowance note }';
  const query = `query { students(first: 50) { edges { node { ${repeat(12, () => fields)} } } } }`;
  const answer = await hub.ask(query);
  expect(answer.errors).toEqual([]);
  expect(answer.status).toBe(200);
});

test('one root field under fifteen names passes, and as often as one likes under the same name', async () => {
  const names = repeat(15, (i) => `a${i}: student(id: "x${i}") { id }`);
  expect((await hub.ask(`query { ${names} ${names} students { totalCount } }`)).status).toBe(200);
});

test("the usual tools' introspection passes, nested introspection does not", async () => {
  expect((await hub.ask(getIntrospectionQuery())).status).toBe(200);
  const bomb =
    'query { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
  expect((await hub.ask(bomb)).status).toBe(400);
});

test('fragment cycles are refused without following them', async () => {
  const answer = await hub.ask(
    'query { student(id: "a") { ...A } } fragment A on Student { ...B } fragment B on Student { ...A }',
  );
  expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('the gateway answers others after each hostile text', async () => {
  const hostile = [
    `query { ${repeat(300_000, () => 'a')} }`,
    '{'.repeat(400_000),
    `query { student(id: "${'\\\\u0000'.repeat(100_000)}") { id } }`,
    `query { student(id: "a") { ${repeat(900, (i) => `f${i}`)} } }`,
  ];
  for (const query of hostile) {
    expect((await hub.ask(query)).status).toBeLessThan(500);
    expect((await hub.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  }
});

test('deeply nested variables are refused', async () => {
  const nested = `{"query":"query { student(id: 1) { id } }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  expect((await hub.post(nested)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each(['"', '\\\\"', 'a\\\\', '\\'])('brackets in text after %j are no nesting', async (start) => {
  const variables = { id: `${start}${'[{'.repeat(1000)}` };
  const answer = await hub.ask('query($id: ID!) { student(id: $id) { id } }', { variables });
  expect(answer.data).toEqual({ student: variables });
});
