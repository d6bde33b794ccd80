import type { ServerResponse } from 'node:http';
import { startMiniatureHub, type Answer, type MiniatureHub } from './support/miniature.hub.js';
import type { Fault } from './support/subgraph.server.js';

let hub: MiniatureHub;
beforeAll(async () => {
  // The breaker has its own tests; here every call must reach the faulty agency.
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 } }));
});
const beside: MiniatureHub[] = [];
async function startBeside(...given: Parameters<typeof startMiniatureHub>): Promise<MiniatureHub> {
  const started = await startMiniatureHub(...given);
  beside.push(started);
  return started;
}
afterAll(async () => {
  await Promise.all([hub, ...beside].map((each) => each.close()));
});
afterEach(() => {
  for (const agency of Object.values(hub.agencies)) agency.misbehave(undefined);
});

const respond = (status: number, body: string) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
};
type Data = Record<string, unknown>;
/** Replaces every list of entities in an honest answer, under whatever alias it was asked for. */
const withEntities = (change: (entities: unknown[]) => unknown) => (honest: Data) => ({
  data: Object.fromEntries(
    Object.entries(honest.data as Data).map(([key, list]) => [key, change(list as unknown[])]),
  ),
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

const ONE =
  'query { student(id: "child-1") { id registerEntry { standing } schooling { grade } welfare { allowance } } }';
const ALIASED = `query {
  a: student(id: "child-1") { s: schooling { g: grade } again: schooling { askedBy } w: welfare { allowance } }
  b: student(id: "child-2") { ...Picture }
}
fragment Picture on Student { schooling { grade } welfare { allowance } }`;
const PAGE =
  'query { students(first: 3) { edges { node { id schooling { grade } welfare { allowance } } } } }';

function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data);
}

/** Exactly these fields are null, each with exactly one error of this code that names the agency. */
function expectUnknown(answer: Answer, agency: string, code: string, paths: (string | number)[][]): void {
  expect(answer.status).toBe(200);
  const told = answer.errors.map(({ path, extensions }) => ({
    path,
    code: extensions.code,
    agency: extensions.agency,
  }));
  expect(told).toHaveLength(paths.length);
  expect(told).toEqual(expect.arrayContaining(paths.map((path) => ({ path, code, agency }))));
  for (const path of paths) expect(at(answer.data, path)).toBeNull();
  expect(answer.text).not.toContain('CANARY');
  expect(answer.text).not.toContain('127.0.0.1');
}

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
  ['hidden-1', 'NOT_FOUND'],
  ['secret-1', 'FORBIDDEN'],
  ['broken-1', 'AGENCY_UNAVAILABLE'],
  ['leaky-1', 'AGENCY_UNAVAILABLE'],
])('what an agency says of %s reaches the client as %s and nothing more', async (id, code) => {
  const answer = await hub.ask('query($id: ID!) { student(id: $id) { id schooling { grade } } }', {
    variables: { id },
  });
  expectUnknown(answer, 'education', code, [['student', 'schooling']]);
  expect(Object.keys(answer.errors[0]?.extensions ?? {}).sort()).toEqual([
    'agency',
    'code',
    'messageZh',
    'requestId',
  ]);
});

test('a refusal of one root field passes with its code', async () => {
  const answer = await hub.ask('query { student(id: "unknown") { id schooling { grade } } }');
  expectUnknown(answer, 'coordination', 'NOT_FOUND', [['student']]);
});

test.each(['NOT_FOUND', 'FORBIDDEN'])(
  '%s on a whole entity is spread over the fields asked of it',
  async (code) => {
    hub.agencies.education.misbehave({
      rewrite: (honest) => ({
        ...withEntities((entities) => entities.map((entity, index) => (index === 1 ? null : entity)))(honest),
        errors: [{ message: 'CANARY', path: [Object.keys(honest.data as Data)[0], 1], extensions: { code } }],
      }),
    });
    const answer = await hub.ask(
      'query { students(first: 3) { edges { node { a: schooling { grade } b: schooling { askedBy } } } } }',
    );
    const paths = ['a', 'b'].map((key) => ['students', 'edges', 1, 'node', key]);
    expectUnknown(answer, 'education', code, paths);
  },
);

test('an agency that cannot record the access says so, although it travels as HTTP 503', async () => {
  const refusal = '{"errors":[{"message":"CANARY","extensions":{"code":"AUDIT_UNAVAILABLE"}}]}';
  hub.agencies.education.misbehave({ answer: respond(503, refusal) });
  const answer = await hub.ask(ONE);
  expectUnknown(answer, 'education', 'AUDIT_UNAVAILABLE', [['student', 'schooling']]);
});

test('an error below a seam field that takes the field with it is told once, on the field', async () => {
  hub.agencies.education.misbehave({
    rewrite: (honest) => {
      const [alias] = Object.keys(honest.data as Data);
      const path = [alias, 0, 'schooling', 'school', 'name'];
      const error = { message: 'CANARY', path, extensions: { code: 'NOT_FOUND' } };
      return { ...withEntities(() => [{ schooling: null }])(honest), errors: [error, error] };
    },
  });
  const answer = await hub.ask('query { student(id: "child-1") { schooling { school { name } } } }');
  expectUnknown(answer, 'education', 'NOT_FOUND', [['student', 'schooling']]);
});

test('an error that points at an answered value is dropped', async () => {
  hub.agencies.education.misbehave({
    rewrite: (honest) => ({
      ...honest,
      errors: [{ message: 'CANARY', path: ['_entities', 0, 'schooling', 'grade'] }],
    }),
  });
  const answer = await hub.ask(ONE);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toMatchObject({ student: { schooling: { grade: 3 } } });
});

test("a null inside an agency's own record is that agency's word and no error", async () => {
  const answer = await hub.ask(
    'query { student(id: "child-1") { schooling { school { phone } } welfare { note } } }',
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({
    student: { schooling: { school: { phone: null } }, welfare: { note: null } },
  });
});

test("a null that another agency adds to an agency's own entity has an error", async () => {
  const answer = await hub.ask('query { school(code: "S1") { name phone aided } }');
  expectUnknown(answer, 'civil-affairs', 'AGENCY_UNAVAILABLE', [['school', 'aided']]);
  expect(answer.data).toMatchObject({ school: { name: 'First School', phone: null } });
});

test('an agency that is down below another one costs its own part only', async () => {
  hub.agencies.education.misbehave({ answer: (response) => response.destroy() });
  const answer = await hub.ask(
    'query { student(id: "child-1") { welfare { allowance school { code name } } } }',
  );
  expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [['student', 'welfare', 'school']]);
  expect(answer.data).toMatchObject({ student: { welfare: { allowance: 100 } } });
});

test.each([
  '{"data":{"_entities":[{"schooling":{"grade":1,"__proto__":{"polluted":true}}}]}}',
  '{"data":{"_entities":[{"__proto__":{"polluted":true},"schooling":{"grade":1}}],"__proto__":{"polluted":true}}}',
  '{"data":{"_entities":[{"constructor":{"prototype":{"polluted":true}},"schooling":{"grade":1}}]}}',
  '{"data":{"_entities":[{"schooling":{"grade":1,"\\u005f_proto__":{"polluted":true}}}]}}',
])('T21 keys that reach into prototypes are dropped: %s', async (text) => {
  hub.agencies.education.misbehave({ rewrite: () => text });
  const answer = await hub.ask(ONE);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toMatchObject({ student: { schooling: { grade: 1 } } });
  expect(answer.text).not.toContain('polluted');
  expect(({} as Data).polluted).toBeUndefined();
});

test('T21 an agency cannot speak in the name of another', async () => {
  const forged = { allowance: 999, askedBy: 'education' };
  const forge = withEntities((entities) =>
    entities.map((entity) => ({ ...(entity as Data), id: 'other', welfare: forged })),
  );
  hub.agencies.education.misbehave({ rewrite: forge });
  expect((await hub.ask(ONE)).data).toMatchObject({
    student: { id: 'child-1', welfare: { allowance: 100 } },
  });
  hub.agencies['civil-affairs'].misbehave({ answer: (response) => response.destroy() });
  expectUnknown(await hub.ask(ONE), 'civil-affairs', 'AGENCY_UNAVAILABLE', [['student', 'welfare']]);
});

test.each([
  ['a number for text', { grade: 1, askedBy: 5, school: null }],
  ['text for a number', { grade: '1', askedBy: 'a', school: null }],
  ['an object for text', { grade: 1, askedBy: { a: 1 }, school: null }],
  ['a list for an object', { grade: 1, askedBy: 'a', school: [] }],
  ['null where there is always a value', { grade: 1, askedBy: 'a', school: { code: 'S1', name: null } }],
])('%s makes the whole answer unusable, so that it is never read as "none"', async (_, schooling) => {
  hub.agencies.education.misbehave({ rewrite: withEntities(() => [{ schooling }]) });
  const answer = await hub.ask(
    'query { student(id: "child-1") { schooling { grade askedBy school { code name } } } }',
  );
  expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
});

test('an unknown enum value or a type name out of place costs its own agency only', async () => {
  const query =
    'query { student(id: "child-1") { registerEntry { standing } welfare { allowance school { name } } } }';
  hub.agencies['civil-affairs'].misbehave({
    rewrite: withEntities(() => [
      { welfare: { allowance: 1, school: { __typename: 'Office', code: 'S1' } } },
    ]),
  });
  expectUnknown(await hub.ask(query), 'civil-affairs', 'AGENCY_UNAVAILABLE', [['student', 'welfare']]);
  hub.agencies.coordination.misbehave({
    rewrite: () => ({
      data: { student: { __typename: 'Student', id: 'child-1', registerEntry: { standing: 'CANARY' } } },
    }),
  });
  expectUnknown(await hub.ask(query), 'coordination', 'AGENCY_UNAVAILABLE', [['student']]);
});

test('T21 an answer above the size cap is not read to its end', async () => {
  const small = await startBeside(() => ({ limits: { answerBytes: 10_000 } }));
  small.agencies.education.misbehave({
    rewrite: (honest) => ({ ...honest, padding: 'x'.repeat(5_000_000) }),
  });
  expectUnknown(await small.ask(ONE), 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
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
