import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { respond, withEntities, ONE, ALIASED, PAGE, at, expectUnknown } from './support/failing-agency.js';
import type { Fault } from './support/subgraph.server.js';

let hub: MiniatureHub;
beforeAll(async () => {
  // The breaker has its own tests; here every call must reach the faulty agency.
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 } }));
});
afterAll(() => hub.close());
afterEach(() => {
  for (const agency of Object.values(hub.agencies)) agency.misbehave(undefined);
});

const FAULTS: Record<string, Fault> = {
  hangs: { answer: () => undefined },
  'sends its head and then hangs': { answer: (response) => void response.writeHead(200).write('{"data":') },
  'cuts the connection': { answer: (response) => response.destroy() },
  'cuts the connection in mid answer': {
    answer: (response) => void response.writeHead(200).write('{"data":', () => response.destroy()),
  },
  'answers 500': { answer: respond(500, '{"errors":[{"message":"CANARY 990000200001010018"}]}') },
  'answers 502 in HTML': { answer: respond(502, '<html>CANARY 990000200001010018</html>') },
  'answers HTML with status 200': { rewrite: () => '<html>CANARY</html>' },
  'answers text that is no JSON': { rewrite: () => '{"data":{"_entities":[{"schooling"' },
  'answers nothing at all': { answer: respond(200, '') },
  'answers a JSON string': { rewrite: () => '"CANARY"' },
  'answers null': { rewrite: () => 'null' },
  'answers a list': { rewrite: () => [] },
  'answers an empty object': { rewrite: () => ({}) },
  'answers empty data': { rewrite: () => ({ data: {} }) },
  'answers null data without errors': { rewrite: () => ({ data: null }) },
  'answers null data with an error': {
    rewrite: () => ({
      data: null,
      errors: [{ message: 'CANARY', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    }),
  },
  'answers null for the entities': { rewrite: withEntities(() => null) },
  'answers a string for the entities': { rewrite: withEntities(() => 'CANARY') },
  'answers null for each entity': { rewrite: withEntities((entities) => entities.map(() => null)) },
  'answers null for each field': {
    rewrite: withEntities((entities) =>
      entities.map(() => ({ __typename: 'Student', schooling: null, welfare: null })),
    ),
  },
  'answers an empty object for each entity': {
    rewrite: withEntities((entities) => entities.map(() => ({}))),
  },
  'leaves out a field of its record': {
    rewrite: withEntities((entities) => entities.map(() => ({ schooling: {}, welfare: {} }))),
  },
  'answers text in place of its record': {
    rewrite: withEntities((entities) => entities.map(() => ({ schooling: 'CANARY', welfare: 'CANARY' }))),
  },
  'answers one entity too few': { rewrite: withEntities((entities) => entities.slice(1)) },
  'answers one entity too many': { rewrite: withEntities((entities) => [...entities, entities[0]]) },
  'nests its answer without end': { rewrite: () => `{"data":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
};

describe.each(Object.entries(FAULTS))('when an agency %s', (_, fault) => {
  test('each field of one child that it owns is null with one error, the others are answered', async () => {
    hub.agencies.education.misbehave(fault);
    const answer = await hub.ask(ONE);
    expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
    expect(answer.data).toMatchObject({
      student: { id: 'child-1', registerEntry: { standing: 'IN_SCHOOL' }, welfare: { allowance: 100 } },
    });
  });

  test('each field of every child on a page is null with one error at its own index', async () => {
    hub.agencies['civil-affairs'].misbehave(fault);
    const answer = await hub.ask(PAGE);
    const paths = [0, 1, 2].map((index) => ['students', 'edges', index, 'node', 'welfare']);
    expectUnknown(answer, 'civil-affairs', 'AGENCY_UNAVAILABLE', paths);
    expect(at(answer.data, ['students', 'edges', 2, 'node'])).toMatchObject({
      id: 'child-2',
      schooling: { grade: 3 },
    });
  });

  test('errors carry the aliases that the client chose', async () => {
    hub.agencies.education.misbehave(fault);
    const answer = await hub.ask(ALIASED);
    expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [
      ['a', 's'],
      ['a', 'again'],
      ['b', 'schooling'],
    ]);
    expect(answer.data).toMatchObject({ a: { w: { allowance: 100 } }, b: { welfare: { allowance: 100 } } });
  });
});

const ROOT_FAULTS = Object.entries(FAULTS).filter(([name]) => !/entit|each field|record/.test(name));

test.each(ROOT_FAULTS)(
  'when coordination %s, its root fields are null and never "no such child"',
  async (_, fault) => {
    hub.agencies.coordination.misbehave(fault);
    const answer = await hub.ask(
      'query { one: student(id: "child-1") { id } students { totalCount } school(code: "S1") { name } }',
    );
    expectUnknown(answer, 'coordination', 'AGENCY_UNAVAILABLE', [['one'], ['students']]);
    expect(answer.data).toMatchObject({ school: { name: 'First School' } });
  },
);

test('a root field that is null without a word is unknown, not absent', async () => {
  hub.agencies.coordination.misbehave({ rewrite: () => ({ data: { student: null } }) });
  const answer = await hub.ask(ONE);
  expectUnknown(answer, 'coordination', 'AGENCY_UNAVAILABLE', [['student']]);
});

test('all agencies down: HTTP 200 and every root field unknown', async () => {
  for (const agency of Object.values(hub.agencies))
    agency.misbehave({ answer: (response) => response.destroy() });
  const answer = await hub.ask('query { student(id: "child-1") { id } school(code: "S1") { name } }');
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ student: null, school: null });
  expect(answer.errors.map(({ extensions }) => extensions.agency).sort()).toEqual([
    'coordination',
    'education',
  ]);
});

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])('lists that are selected twice come back once, whatever is included (%s, %s)', async (first, second) => {
  const query = `query($first: Boolean!, $second: Boolean!) {
    students(first: 2) { edges { cursor } }
    students(first: 2) { edges @include(if: $first) { node { id } } edges @include(if: $second) { node { formerIds } } }
    again: students(first: 1) { totalCount edges @include(if: $first) { cursor } edges @include(if: $second) { node { id } } }
  }`;
  const answer = await hub.ask(query, { variables: { first, second } });
  const nodeOf = (index: number) => ({
    ...(first && { id: `child-${index}` }),
    ...(second && { formerIds: ['former-a', 'former-b'] }),
  });
  const edge = (index: number) => ({
    cursor: String(index),
    ...((first || second) && { node: nodeOf(index) }),
  });
  const other = { ...(first && { cursor: '0' }), ...(second && { node: { id: 'child-0' } }) };
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({
    students: { edges: [edge(0), edge(1)] },
    again: { totalCount: 1000, ...((first || second) && { edges: [other] }) },
  });
});

test('fields that the caller left out by @skip or @include are neither null nor in error', async () => {
  hub.agencies.education.misbehave({ answer: (response) => response.destroy() });
  const query = `query($with: Boolean!) { student(id: "child-1") {
    id  schooling @include(if: $with) { grade }  s: schooling @skip(if: true) { grade } } }`;
  const without = await hub.ask(query, { variables: { with: false } });
  expect(without.data).toEqual({ student: { id: 'child-1' } });
  expect(without.errors).toEqual([]);
  const withIt = await hub.ask(query, { variables: { with: true } });
  expectUnknown(withIt, 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
});

test('a mutation whose agency is down is null with an error', async () => {
  hub.agencies.coordination.misbehave({ answer: (response) => response.destroy() });
  const answer = await hub.ask('mutation { openCase(studentId: "child-1") { id } }');
  expectUnknown(answer, 'coordination', 'AGENCY_UNAVAILABLE', [['openCase']]);
});

test('T8 nothing that an agency sent or that a child is called reaches the log', () => {
  expect(hub.logged.length).toBeGreaterThan(0);
  expect(hub.logged.join('\n')).not.toMatch(/CANARY|child-|Zhang|990000/);
});
