import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGateway } from '../../gateway/server.js';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { composeMiniature } from './support/miniature.schema.js';

const QUERY = 'query { student(id: "child-1") { id schooling { grade } } }';
const hubs: MiniatureHub[] = [];
async function start(...given: Parameters<typeof startMiniatureHub>): Promise<MiniatureHub> {
  const hub = await startMiniatureHub(...given);
  hubs.push(hub);
  return hub;
}
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

async function read(hub: MiniatureHub, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(path, hub.url));
  return { status: response.status, text: await response.text() };
}

test('the gateway is live, and ready with the state of each agency', async () => {
  const hub = await start();
  expect(await read(hub, 'health/live')).toEqual({ status: 200, text: '{"status":"UP"}' });
  const { status, text } = await read(hub, 'health/ready');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual({
    status: 'UP',
    agencies: { coordination: 'UP', education: 'UP', 'civil-affairs': 'UP' },
  });
});

test.each([
  ['sick', async (hub: MiniatureHub) => Promise.resolve(hub.agencies.education.misbehave({}))],
  ['gone', (hub: MiniatureHub) => hub.agencies.education.close()],
])('an agency that is %s degrades readiness and no more', async (_, harm) => {
  let now = 0;
  const hub = await start(() => ({ clock: () => now }));
  await read(hub, 'health/ready');
  await harm(hub);
  expect((await read(hub, 'health/ready')).text).toContain('"education":"UP"');
  now += 3000;
  const { status, text } = await read(hub, 'health/ready');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    status: 'DEGRADED',
    agencies: { education: 'DOWN', coordination: 'UP' },
  });
});

test('an agency that can not record accesses is named, and degrades readiness', async () => {
  const hub = await start();
  hub.agencies.education.misbehave({ health: '{"status":"DEGRADED"}' });
  const { status, text } = await read(hub, 'health/ready');
  expect({ status, ...(JSON.parse(text) as object) }).toMatchObject({
    status: 'DEGRADED',
    agencies: { education: 'DEGRADED', coordination: 'UP' },
  });
});

test('metrics count requests by outcome and calls by agency, without anything personal', async () => {
  const hub = await start(() => ({ breaker: { failures: 1 } }));
  await hub.ask(QUERY);
  hub.agencies.education.misbehave({ answer: (response) => response.destroy() });
  await hub.ask(QUERY);
  await hub.ask(QUERY);
  await hub.ask('query {');
  await hub.ask(QUERY, { token: 'a.b.c' });
  const { text } = await read(hub, 'metrics');
  for (const line of [
    'hub_gateway_requests_total{outcome="OK"} 1',
    'hub_gateway_requests_total{outcome="PARTIAL"} 2',
    'hub_gateway_requests_total{outcome="GRAPHQL_PARSE_FAILED"} 1',
    'hub_gateway_requests_total{outcome="UNAUTHENTICATED"} 1',
    'hub_gateway_subgraph_call_seconds_count{agency="coordination",outcome="ok"} 3',
    'hub_gateway_subgraph_call_seconds_count{agency="education",outcome="unreachable"} 1',
    'hub_gateway_subgraph_call_seconds_count{agency="education",outcome="breaker_open"} 1',
    'hub_gateway_breaker_state{agency="education"} 2',
    'hub_gateway_breaker_state{agency="coordination"} 0',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toMatch(/child|officer|student/);
});

test('what is added to each call can depend on its final body', async () => {
  const hub = await start(() => ({
    signRequest: ({ agency, method, path, body, purpose }) => ({
      'x-signed': [agency, method, path, body.length, purpose].join(' '),
    }),
  }));
  await hub.ask(QUERY);
  for (const [agency, { calls }] of Object.entries(hub.agencies)) {
    for (const { headers, body } of calls) {
      expect(headers['x-signed']).toBe(`${agency} POST /graphql ${body.length} CASE_HANDLING`);
    }
  }
});

test('closing lets running requests end and then nothing is left open', async () => {
  const hub = await startMiniatureHub();
  hub.agencies.education.misbehave({ delayMs: 200 });
  const running = Array.from({ length: 5 }, () => hub.ask(QUERY));
  while (hub.agencies.education.calls.length < 5) await sleep(5);
  const started = performance.now();
  const closed = hub.close();
  for (const answer of await Promise.all(running)) expect(answer.errors).toEqual([]);
  await closed;
  expect(performance.now() - started).toBeLessThan(2000);
  await expect(fetch(new URL('health/live', hub.url))).rejects.toThrow();
});

test('nothing listens before the supergraph is loaded', async () => {
  const options = {
    tokenIssuer: { issuer: 'a', audience: 'b', keys: { keys: [] } },
    purposes: new Set(['AUDIT']),
  };
  const log = { info() {}, warn() {}, error() {} };
  const gateway = createGateway({ ...options, supergraph: composeMiniature(), subgraphUrls: {}, log });
  await expect(gateway.listen({ host: '127.0.0.1', port: 0 })).rejects.toThrow('agencies without an address');
  await gateway.close();
});

test('a port that is taken is said in words', async () => {
  const hub = await start();
  const port = Number(hub.url.port);
  await expect(start(() => ({ supergraph: composeMiniature() }), port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use`,
  );
});

test('a client that dribbles its request does not hold up the others', async () => {
  const hub = await start();
  const sockets = Array.from({ length: 200 }, () => connect(Number(hub.url.port), '127.0.0.1'));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nhost: hub\r\nx-a');
  }
  const started = performance.now();
  expect((await hub.ask(QUERY)).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(500);
  for (const socket of sockets) socket.destroy();
});

test.each([
  'NO-VERSION',
  'GET /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n',
  'POST /graphql HTTP/1.1\r\n\r\n',
])('a malformed request %j costs its own connection only', async (text) => {
  const hub = await start();
  const socket = connect(Number(hub.url.port), '127.0.0.1');
  socket.end(`${text}\r\n\r\n`);
  await new Promise((resolve) => socket.resume().on('close', resolve));
  expect((await hub.ask(QUERY)).status).toBe(200);
});
