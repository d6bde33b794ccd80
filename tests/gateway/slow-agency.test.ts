import { setTimeout as sleep } from 'node:timers/promises';
import { createCircuitBreaker } from '../../gateway/engine/circuit-breaker.js';
import { startMiniatureHub, type Answer, type MiniatureHub } from './support/miniature.hub.js';

const QUERY = 'query { student(id: "child-1") { id schooling { grade } welfare { allowance } } }';
const hang = { answer: () => undefined };

let now = 1_000_000;
const hubs: MiniatureHub[] = [];
async function start(...given: Parameters<typeof startMiniatureHub>): Promise<MiniatureHub> {
  const started = await startMiniatureHub(...given);
  hubs.push(started);
  return started;
}

let hub: MiniatureHub;
beforeEach(async () => {
  const breaker = { failures: 3, coolDownMs: 5000 };
  hub = await start(() => ({ subgraphTimeoutMs: 500, breaker, clock: () => now }));
});
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((each) => each.close()));
});

function codes({ errors }: Answer): string[] {
  return errors.map(({ extensions }) => `${extensions.agency} ${extensions.code}`);
}

async function timed(): Promise<{ answer: Answer; tookMs: number }> {
  const started = performance.now();
  const answer = await hub.ask(QUERY);
  return { answer, tookMs: performance.now() - started };
}

test('a hanging agency costs its timeout and its own fields', async () => {
  hub.agencies.education.misbehave(hang);
  const { answer, tookMs } = await timed();
  expect(codes(answer)).toEqual(['education AGENCY_UNAVAILABLE']);
  expect(answer.data).toMatchObject({ student: { schooling: null, welfare: { allowance: 100 } } });
  expect(tookMs).toBeGreaterThan(490);
  expect(tookMs).toBeLessThan(2000);
});

test('the timeout includes reading the body', async () => {
  hub.agencies.education.misbehave({
    answer: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
  });
  const { answer, tookMs } = await timed();
  expect(codes(answer)).toEqual(['education AGENCY_UNAVAILABLE']);
  expect(tookMs).toBeLessThan(2000);
});

test('after a run of failures the agency is not asked; after the cool-down one request probes, and heals it', async () => {
  hub.agencies.education.misbehave(hang);
  for (let call = 0; call < 3; call++) await hub.ask(QUERY);
  expect(hub.agencies.education.calls).toHaveLength(3);

  const { answer, tookMs } = await timed();
  expect(codes(answer)).toEqual(['education AGENCY_UNAVAILABLE']);
  expect(tookMs).toBeLessThan(400);
  expect(hub.agencies.education.calls).toHaveLength(3);

  now += 5001;
  const probing = await Promise.all([hub.ask(QUERY), hub.ask(QUERY), hub.ask(QUERY)]);
  expect(probing.flatMap(codes)).toEqual(Array(3).fill('education AGENCY_UNAVAILABLE'));
  expect(hub.agencies.education.calls).toHaveLength(4);

  hub.agencies.education.misbehave(undefined);
  expect(codes(await hub.ask(QUERY))).toEqual(['education AGENCY_UNAVAILABLE']);
  now += 5001;
  expect(codes(await hub.ask(QUERY))).toEqual([]);
  expect(codes(await hub.ask(QUERY))).toEqual([]);
});

test('refusals for want of an audit record never open the breaker', async () => {
  const body = '{"errors":[{"message":"no","extensions":{"code":"AUDIT_UNAVAILABLE"}}]}';
  hub.agencies.education.misbehave({ answer: (response) => response.writeHead(503).end(body) });
  for (let call = 0; call < 6; call++)
    expect(codes(await hub.ask(QUERY))).toEqual(['education AUDIT_UNAVAILABLE']);
  expect(hub.agencies.education.calls).toHaveLength(6);
});

test('errors that an agency answers with never open the breaker', async () => {
  const query = 'query { student(id: "broken-1") { schooling { grade } } }';
  for (let call = 0; call < 6; call++) await hub.ask(query);
  expect(codes(await hub.ask(QUERY))).toEqual([]);
});

test('when the client leaves, its calls are cancelled and count neither way', async () => {
  const patient = await start(() => ({ subgraphTimeoutMs: 10_000, breaker: { failures: 1 } }));
  patient.agencies.education.misbehave(hang);
  const leave = new AbortController();
  const asked = patient.ask(QUERY, { signal: leave.signal }).catch((cause: Error) => cause.name);
  while (!patient.agencies.education.calls.length) await sleep(5);
  leave.abort();
  expect(await asked).toBe('AbortError');
  for (let wait = 0; wait < 100 && !patient.agencies.education.abandoned(); wait++) await sleep(10);
  expect(patient.agencies.education.abandoned()).toBe(1);
  patient.agencies.education.misbehave(undefined);
  expect(codes(await patient.ask(QUERY))).toEqual([]);
});

test('a client that leaves during the first planning of its query does not spoil the query for others', async () => {
  const query = 'query { student(id: "child-9") { id formerIds schooling { grade askedBy } } }';
  const leave = new AbortController();
  const asked = hub.ask(query, { signal: leave.signal }).catch(() => undefined);
  setImmediate(() => leave.abort());
  await asked;
  expect(codes(await hub.ask(query))).toEqual([]);
});

test('one slow agency after another ends with the deadline of the request', async () => {
  const hasty = await start(() => ({ subgraphTimeoutMs: 20_000, limits: { requestMs: 1500 } }));
  hasty.agencies.coordination.misbehave({ delayMs: 300 });
  hasty.agencies.education.misbehave(hang);
  const started = performance.now();
  expect(codes(await hasty.ask(QUERY))).toEqual(['education AGENCY_UNAVAILABLE']);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('the breaker', () => {
  const breaker = () => createCircuitBreaker({ failures: 2, coolDownMs: 100 }, () => now);

  test('a failing probe opens it again for a whole cool-down', () => {
    const { admit, state } = breaker();
    for (let call = 0; call < 2; call++) admit()?.('FAILED');
    expect(state()).toBe('OPEN');
    now += 100;
    expect(state()).toBe('HALF_OPEN');
    admit()?.('FAILED');
    now += 99;
    expect(admit()).toBeUndefined();
    now += 1;
    admit()?.('ANSWERED');
    expect(state()).toBe('CLOSED');
  });

  test('a probe whose client left makes room for another', () => {
    const { admit } = breaker();
    for (let call = 0; call < 2; call++) admit()?.('FAILED');
    now += 100;
    admit()?.('ABANDONED');
    expect(admit()).toBeDefined();
  });

  test('an answer in between starts the count again, and a straggler does not close an open breaker', () => {
    const { admit, state } = breaker();
    const straggler = admit();
    for (const verdict of ['FAILED', 'ANSWERED', 'FAILED'] as const) admit()?.(verdict);
    expect(state()).toBe('CLOSED');
    admit()?.('FAILED');
    straggler?.('ANSWERED');
    expect(state()).toBe('OPEN');
  });
});
