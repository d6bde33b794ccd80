import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { createHubFetcher } from '../../explorer/graphql.fetcher.js';
import { createSession } from '../../explorer/session.js';
import { listenOnLoopback } from './support/loopback-server.js';
import type { LoopbackServer } from './support/loopback-server.js';

type Seen = { method?: string; headers: IncomingMessage['headers']; body: unknown };

let hub: LoopbackServer;
let seen: Seen[];
let closedEarly: Promise<void>;
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  seen = [];
  answer = (response) => response.end('{"data":{"student":null}}');
  let onClosedEarly = () => {};
  closedEarly = new Promise((resolve) => (onClosedEarly = resolve));
  hub = await listenOnLoopback((request, response) => {
    response.on('close', () => !response.writableFinished && onClosedEarly());
    void text(request).then((body) => {
      seen.push({ method: request.method, headers: request.headers, body: JSON.parse(body) as unknown });
      answer(response);
    });
  });
});
afterEach(() => hub.close());

function ask(headers?: Record<string, string>, signal = new AbortController().signal) {
  let issued = 0;
  const session = createSession({
    purpose: 'SUPERVISION',
    obtainGrant: () => Promise.resolve({ token: `token-${++issued}`, expiresIn: 300 }),
  });
  const fetcher = createHubFetcher({ endpoint: `${hub.origin}/graphql`, session, signal });
  const start = (next: (value: unknown) => void, error: (reason: unknown) => void) => {
    const params = { query: 'query One { a }', variables: { id: 'x' }, operationName: 'One' };
    const observable = fetcher(params, { headers });
    if (!('subscribe' in observable)) throw new Error('The fetcher did not return an observable.');
    return observable.subscribe({ next, error, complete: () => {} });
  };
  return { start, once: () => new Promise<unknown>((resolve, reject) => void start(resolve, reject)) };
}

describe('the editor’s way to the hub', () => {
  it('posts the operation as JSON with token and purpose', async () => {
    await expect(ask().once()).resolves.toEqual({ data: { student: null } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'Bearer token-1',
        'x-purpose': 'SUPERVISION',
        'content-type': 'application/json',
      },
      body: { query: 'query One { a }', variables: { id: 'x' }, operationName: 'One' },
    });
  });

  it('sends an approval typed into the headers pane', async () => {
    await ask({ 'X-Approval': 'AP-1' }).once();
    expect(seen[0]?.headers['x-approval']).toBe('AP-1');
  });

  it('does not let typed headers change who asks and for what', async () => {
    await ask({ Authorization: 'Bearer other', 'X-Purpose': 'AUDIT' }).once();
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer token-1', 'x-purpose': 'SUPERVISION' });
  });

  it('shows a refusal as the hub gave it and asks with a new token next time', async () => {
    const refusal = { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] };
    answer = (response) => response.writeHead(401).end(JSON.stringify(refusal));
    const { once } = ask();
    await expect(once()).resolves.toEqual(refusal);
    await once();
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says which status came when the answer is not JSON', async () => {
    answer = (response) => response.writeHead(502).end('<html>');
    await expect(ask().once()).rejects.toThrow('The hub answered HTTP 502 without JSON.');
  });

  it('cancels the request when the reader stops it, and says nothing more', async () => {
    const heard: unknown[] = [];
    const arrived = new Promise<void>((resolve) => (answer = () => resolve()));
    const running = ask().start(
      (value) => heard.push(value),
      (reason) => heard.push(reason),
    );
    await arrived;
    running.unsubscribe();
    await closedEarly;
    expect(heard).toEqual([]);
  });

  it('cancels the request when another persona takes over', async () => {
    const heard: unknown[] = [];
    const lifetime = new AbortController();
    const arrived = new Promise<void>((resolve) => (answer = () => resolve()));
    ask({}, lifetime.signal).start(
      (value) => heard.push(value),
      (reason) => heard.push(reason),
    );
    await arrived;
    lifetime.abort();
    await closedEarly;
    expect(heard).toEqual([]);
  });
});
