import { HOSTILE_QUERIES } from './support/hostile-queries.js';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub();
});
afterAll(() => hub.close());

const REFUSALS = new Set(['LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

describe('T15 queries that cost more than they look', () => {
  test.each(Object.keys(HOSTILE_QUERIES))('%s: refused before any agency is asked', async (name) => {
    const before = Object.values(hub.agencies).map(({ calls }) => calls.length);
    const { status, errors, text } = await hub.ask(HOSTILE_QUERIES[name]);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code).filter((code) => !REFUSALS.has(code))).toEqual([]);
    expect(text.length).toBeLessThan(20_000);
    expect(Object.values(hub.agencies).map(({ calls }) => calls.length)).toEqual(before);
  });

  test('a body that nests in its variables is refused as well', async () => {
    const nested = (open: string, close: string) =>
      `{"query":"query ($a: ID!) { student(id: $a) { id } }","variables":{"a":${open.repeat(100_000)}1${close.repeat(100_000)}}}`;
    for (const body of [nested('[', ']'), nested('{"a":', '}')])
      expect((await hub.post(body)).errors.map(({ extensions }) => extensions.code)).toEqual([
        'BAD_USER_INPUT',
      ]);
  });

  test('the gateway answers as before', async () => {
    expect((await hub.ask('{ student(id: "child-1") { id } }')).data).toEqual({ student: { id: 'child-1' } });
  });
});
