import { connect } from 'node:net';
import { startMiniatureHub, type Answer, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub();
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

const QUERY = 'query { student(id: "child-1") { id } }';

function expectRefused(answer: Answer, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.data).toBeUndefined();
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const { extensions } of answer.errors) {
    expect(extensions).toMatchObject({ code, requestId: answer.headers.get('x-request-id') });
  }
}

test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('T12 %s /graphql is 405', async (method) => {
  const response = await fetch(new URL(`graphql?query=${encodeURIComponent(QUERY)}`, hub.url), { method });
  expect(response.status).toBe(405);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/json; charset=gbk',
  'application/jsonx',
])('content type %s is 415', async (type) => {
  expectRefused(
    await hub.post(JSON.stringify({ query: QUERY }), { 'content-type': type }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  );
});

test('a compressed body is 415, so it cannot unpack past the size limit', async () => {
  expectRefused(await hub.post('{}', { 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE');
});

test('JSON with a UTF-8 charset is accepted', async () => {
  const answer = await hub.post(JSON.stringify({ query: QUERY }), {
    'content-type': 'application/json; charset=UTF-8',
  });
  expect(answer.status).toBe(200);
});

test.each([
  ['an empty body', ''],
  ['no JSON', '{"query":'],
  ['a JSON string', '"query { a }"'],
  ['null', 'null'],
  ['a body without a query', '{}'],
  ['an empty query', '{"query":""}'],
  ['a query that is no string', '{"query":{"a":1}}'],
  ['variables that are no object', JSON.stringify({ query: QUERY, variables: [1] })],
  ['variables given as text', JSON.stringify({ query: QUERY, variables: '{"a":1}' })],
  ['an operation name that is no string', JSON.stringify({ query: QUERY, operationName: 1 })],
  ['an array of operations', JSON.stringify([{ query: QUERY }, { query: QUERY }])],
])('%s is 400 BAD_USER_INPUT', async (_, body) => {
  expectRefused(await hub.post(body), 400, 'BAD_USER_INPUT');
});

test('bytes that are no UTF-8 are refused instead of being replaced silently', async () => {
  const body = Buffer.concat([Buffer.from('{"query":"{ a }'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
  expectRefused(await hub.post(body), 400, 'BAD_USER_INPUT');
});

test.each([
  ['a query that is no GraphQL', 'query {', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a subscription', 'subscription { student }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a document without an operation', 'fragment F on Student { id }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a schema definition', 'type A { b: Int }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an alias that passes for a type', '{ student(id: "a") { __typename: id } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an alias that reaches into prototypes',
    '{ student(id: "a") { __proto__: id } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
])('%s is 400 %s', async (_, query, code) => {
  expectRefused(await hub.ask(query), 400, code);
});

test('an unknown operation name, and a missing one among several, are 400', async () => {
  const query = 'query A { student(id: "a") { id } } query B { student(id: "b") { id } }';
  expectRefused(await hub.ask(query, { operationName: 'C' }), 400, 'BAD_USER_INPUT');
  expectRefused(await hub.ask(query), 400, 'BAD_USER_INPUT');
  expect((await hub.ask(query, { operationName: 'B' })).data).toEqual({ student: { id: 'b' } });
});

test.each([[{}], [{ id: null }], [{ id: { a: 1 } }], [{ id: ['990000200001010018', 1.5] }]])(
  'variables %j of the wrong type are 400 and their values are not repeated',
  async (variables) => {
    const answer = await hub.ask('query($id: ID!) { student(id: $id) { id } }', { variables });
    expectRefused(answer, 400, 'BAD_USER_INPUT');
    expect(answer.text).not.toContain('990000');
    expect(answer.errors[0]?.message).toContain('$id');
  },
);

test.each([
  'query { student(id: "990000200001010018") { nothing } a(b: 990000200001010018) }',
  'query { student(id: "child-1") { id } } "990000200001010018 张三"',
  'query { students(first: "990000200001010018 张三") { totalCount } }',
])('what a query says about a child is not quoted in what is wrong with it: %s', async (query) => {
  const answer = await hub.ask(query);
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/9900|张三/);
});

test('a body over the limit is 413, declared or not', async () => {
  expectRefused(
    await hub.post(JSON.stringify({ query: QUERY, padding: 'x'.repeat(1_000_001) })),
    413,
    'PAYLOAD_TOO_LARGE',
  );
  const socket = connect(Number(hub.url.port), '127.0.0.1');
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: hub\r\nauthorization: Bearer ${await hub.token()}\r\nx-purpose: SUPERVISION\r\n` +
      'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
  );
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const head = await new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(data.toString()));
    for (let sent = 0; sent < 20; sent++) socket.write(chunk);
  });
  socket.destroy();
  expect(head).toMatch(/^HTTP\/1.1 413/);
});

test.each([
  ['no token', { authorization: '' }],
  ['another scheme', { authorization: 'Basic abc' }],
  ['garbage', { authorization: 'Bearer a.b.c' }],
])('T11 %s is 401', async (_, headers) => {
  const answer = await hub.post(JSON.stringify({ query: QUERY }), headers);
  expectRefused(answer, 401, 'UNAUTHENTICATED');
});

test('T11 an expired token is 401', async () => {
  expectRefused(await hub.ask(QUERY, { token: await hub.token({}, 'EXPLORER', -1) }), 401, 'UNAUTHENTICATED');
});

test.each([[''], ['CURIOSITY'], ['case_handling'], ['CASE_HANDLING,SUPERVISION']])(
  'the purpose %j is 400 PURPOSE_REQUIRED, before anything is asked',
  async (purpose) => {
    const before = hub.agencies.coordination.calls.length;
    expectRefused(await hub.ask(QUERY, { headers: { 'x-purpose': purpose } }), 400, 'PURPOSE_REQUIRED');
    expect(hub.agencies.coordination.calls).toHaveLength(before);
  },
);

test('identity, purpose, approval and request id travel to the agency; other headers do not', async () => {
  hub.agencies.coordination.calls.length = 0;
  const token = await hub.token();
  const headers = {
    'x-approval': 'approval-7',
    'x-request-id': 'request-0001',
    'x-forwarded-for': '10.0.0.9',
    cookie: 'a=b',
  };
  await hub.ask(QUERY, { token, headers });
  const [call] = hub.agencies.coordination.calls;
  expect(call?.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'x-purpose': 'CASE_HANDLING',
    'x-approval': 'approval-7',
    'x-request-id': 'request-0001',
  });
  expect(call?.headers.cookie).toBeUndefined();
  expect(call?.headers['x-forwarded-for']).toBeUndefined();
});

test('an approval in no acceptable form is 400', async () => {
  expectRefused(await hub.ask(QUERY, { headers: { 'x-approval': 'a b;c' } }), 400, 'BAD_USER_INPUT');
});

test.each([
  ['request-0001', true],
  ['short', false],
  ['x'.repeat(65), false],
  ['request 0001', false],
  ['990000200001010018', false],
  ['id-99000020000101001X', false],
  ['<script>alert(1)</script>', false],
])('the request id %j is taken over: %s', async (given, taken) => {
  const { headers } = await hub.ask(QUERY, { headers: { 'x-request-id': given } });
  const id = headers.get('x-request-id');
  expect(id).toMatch(/^[\w-]{8,64}$/);
  expect(id === given).toBe(taken);
});

test('there is no landing page and no unknown path, and answers are not cached', async () => {
  for (const path of [
    '',
    'graphiql',
    'favicon.ico',
    'readiness',
    'healthcheck',
    'explorer',
    'explorer/../package.json',
  ]) {
    expect((await fetch(new URL(path, hub.url))).status).toBe(404);
  }
  expect((await hub.ask(QUERY)).headers.get('cache-control')).toBe('no-store');
});

test('a caller above the rate is 429, others are served', async () => {
  const slow = await startBeside(() => ({ limits: { requestsPerMinute: 3 } }));
  for (let call = 0; call < 3; call++) expect((await slow.ask(QUERY)).status).toBe(200);
  expectRefused(await slow.ask(QUERY), 429, 'RATE_LIMITED');
  expect((await slow.ask(QUERY, { token: await slow.token({ sub: 'other' }) })).status).toBe(200);
});
