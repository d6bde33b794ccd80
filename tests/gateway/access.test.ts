import { getIntrospectionQuery } from 'graphql';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub();
});
afterAll(() => hub.close());

const asked = () => Object.values(hub.agencies).flatMap(({ calls }) => calls.map(({ body }) => body));
beforeEach(() => {
  for (const { calls } of Object.values(hub.agencies)) calls.length = 0;
});

test('a missing scope costs its field only: null, one FORBIDDEN on its path, the rest answered', async () => {
  const token = await hub.token({ scope: '' });
  const answer = await hub.ask(
    'query { student(id: "child-1") { id schooling { grade guardianPhone } aid: welfare { allowance } } }',
    { token },
  );
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({
    student: { id: 'child-1', schooling: { grade: 3, guardianPhone: null }, aid: null },
  });
  expect(answer.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual(
    expect.arrayContaining([
      [['student', 'schooling', 'guardianPhone'], 'FORBIDDEN'],
      [['student', 'aid'], 'FORBIDDEN'],
    ]),
  );
  expect(answer.errors).toHaveLength(2);
});

test('no agency is asked for a field that the caller may not see', async () => {
  const token = await hub.token({ scope: '' });
  await hub.ask(
    'query { student(id: "child-1") { schooling { grade guardianPhone } welfare { allowance } } }',
    { token },
  );
  expect(asked().join()).not.toMatch(/guardianPhone|welfare/);
  expect(hub.agencies['civil-affairs'].calls).toHaveLength(0);
});

test('on a page each denied place has its own error', async () => {
  const token = await hub.token({ scope: '' });
  const answer = await hub.ask('query { students(first: 3) { edges { node { welfare { allowance } } } } }', {
    token,
  });
  expect(answer.data).toEqual({
    students: { edges: Array.from({ length: 3 }, () => ({ node: { welfare: null } })) },
  });
  expect(answer.errors.map(({ path }) => path)).toEqual(
    [0, 1, 2].map((index) => ['students', 'edges', index, 'node', 'welfare']),
  );
});

test('all root fields denied: HTTP 200, null data fields, one error each', async () => {
  const token = await hub.token({ scope: '' });
  const answer = await hub.ask('query { cases { id } mine: cases { id } }', { token });
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ cases: null, mine: null });
  expect(answer.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['cases'], 'FORBIDDEN'],
    [['mine'], 'FORBIDDEN'],
  ]);
  expect(asked()).toEqual([]);
});

test('any one of the alternative scope sets suffices', async () => {
  const query = 'query { student(id: "child-1") { casework { id } } }';
  for (const scope of ['coordination.case.read', 'hub.all.read']) {
    const answer = await hub.ask(query, { token: await hub.token({ scope }) });
    expect(answer.data).toEqual({ student: { casework: [{ id: 'case-1' }] } });
  }
  const without = await hub.ask(query, { token: await hub.token({ scope: 'education.phone.read' }) });
  expect(without.data).toEqual({ student: { casework: null } });
});

test('the same query by callers of different scopes is decided for each', async () => {
  const query = 'query { student(id: "child-1") { welfare { allowance } } }';
  const [few, many] = await Promise.all([hub.token({ scope: '' }), hub.token()]);
  for (let round = 0; round < 3; round++) {
    expect((await hub.ask(query, { token: few })).data).toEqual({ student: { welfare: null } });
    expect((await hub.ask(query, { token: many })).data).toEqual({
      student: { welfare: { allowance: 100 } },
    });
  }
});

test.each([
  ['a fragment', 'query { student(id: "child-1") { ...F } } fragment F on Student { welfare { allowance } }'],
  ['an inline fragment', 'query { student(id: "child-1") { ... on Student { welfare { allowance } } } }'],
  [
    'a fragment in a fragment',
    'query { student(id: "child-1") { ...A } } fragment A on Student { ...B } fragment B on Student { welfare { allowance } }',
  ],
  [
    'a nested path',
    'query { student(id: "child-1") { schooling { school { pupils { welfare { allowance } } } } } }',
  ],
  ['a mutation payload', 'mutation { openCase(studentId: "child-1") { student { welfare { allowance } } } }'],
  ['a union', 'query { party { ... on Student { welfare { allowance } } ... on Office { secret } } }'],
])('a denied field stays denied through %s', async (_, query) => {
  const answer = await hub.ask(query, { token: await hub.token({ scope: '' }) });
  expect(answer.text).not.toContain('allowance');
  expect(answer.text).toContain('"welfare":null');
  expect(answer.text).not.toContain('__typename');
  expect(answer.errors.length).toBeGreaterThan(0);
  expect(new Set(answer.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  expect(asked().join()).not.toContain('welfare');
});

test('a denied field that @include leaves out is neither null nor in error', async () => {
  const answer = await hub.ask(
    'query($w: Boolean!) { student(id: "child-1") { id welfare @include(if: $w) { allowance } } }',
    {
      token: await hub.token({ scope: '' }),
      variables: { w: false },
    },
  );
  expect(answer.data).toEqual({ student: { id: 'child-1' } });
  expect(answer.errors).toEqual([]);
});

test('a union is answered by its real type, and __typename stays when it was asked for', async () => {
  const answer = await hub.ask(
    'query { party { __typename ... on Student { id schooling { grade } } ... on Office { code secret } } }',
  );
  expect(answer.data).toEqual({ party: { __typename: 'Student', id: 'child-1', schooling: { grade: 3 } } });
  expect(answer.errors).toEqual([]);
});

test('through an interface the strictest of its types counts', async () => {
  const query = 'query { reachable { code contact } }';
  expect((await hub.ask(query)).data).toEqual({ reachable: { code: 'O1', contact: '000' } });
  const answer = await hub.ask(query, { token: await hub.token({ scope: '' }) });
  expect(answer.data).toEqual({ reachable: { code: 'O1', contact: null } });
  expect(answer.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['reachable', 'contact'], 'FORBIDDEN'],
  ]);
});

const INTROSPECTION = 'query { __schema { queryType { name } } }';

test('the schema is readable with the scope hub.schema.read', async () => {
  const answer = await hub.ask(INTROSPECTION);
  expect(answer.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
});

test('the readable schema is the public one, with nothing of how it is composed', async () => {
  const answer = await hub.ask(getIntrospectionQuery());
  expect(answer.text).not.toMatch(/join__|link__|_entities|_service|"_Any"|\.invalid/);
  expect(answer.text).toContain('"guardianPhone"');
});

test.each([
  INTROSPECTION,
  'query { __type(name: "Student") { name } }',
  'query { ...F } fragment F on Query { __schema { types { name } } }',
])('without that scope introspection is FORBIDDEN: %s', async (query) => {
  const answer = await hub.ask(query, { token: await hub.token({ scope: 'coordination.case.read' }) });
  expect(answer.status).toBe(200);
  expect(answer.data).toBeNull();
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('introspection mixed with records is refused', async () => {
  const answer = await hub.ask('query { student(id: "child-1") { id } __schema { queryType { name } } }');
  expect(answer.status).toBe(400);
  expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('T4 what is wrong with a query is explained only to those who may read the schema', async () => {
  const query = 'query { studen { id } }';
  expect((await hub.ask(query)).text).toContain('Did you mean');
  const stranger = await hub.ask(query, { token: await hub.token({ scope: '' }) });
  expect(stranger.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(stranger.text).not.toContain('student');
});
