import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { drain } from '../../../../subgraphs/_kit/http/drain.js';
import { listen } from '../../../../subgraphs/_kit/http/serve.js';

/** More than a socket takes while nobody reads on. */
const LARGE = 'x'.repeat(20_000_000);

let server: Server;
let client: Socket;

async function ask(answer: (response: ServerResponse) => void): Promise<void> {
  const asked = Promise.withResolvers<void>();
  server = createServer((_request, response) => {
    answer(response);
    asked.resolve();
  });
  const { hostname, port } = await listen(server, '127.0.0.1', 0);
  client = connect(Number(port), hostname);
  client.on('error', () => undefined);
  client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  await asked.promise;
}
afterEach(() => {
  client.destroy();
  server.closeAllConnections();
});

test('a client that does not read on keeps the server no longer than the limit', async () => {
  await ask((response) => response.write(LARGE));
  client.pause();
  const begun = performance.now();
  await drain(server, 300);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(290);
  expect(server.listening).toBe(false);
});

test('an answer under way is given whole, and ends the server with it', async () => {
  const finish = Promise.withResolvers<void>();
  await ask((response) => {
    response.write('begun ');
    void finish.promise.then(() => response.end('and ended'));
  });
  const read: string[] = [];
  client.on('data', (chunk) => read.push(String(chunk)));
  const drained = drain(server, 60_000);
  finish.resolve();
  await drained;
  expect(read.join('')).toContain('begun');
  expect(read.join('')).toContain('and ended');
});

test('a client that only keeps its connection is left at once', async () => {
  await ask((response) => response.end('all'));
  client.resume();
  const begun = performance.now();
  await drain(server, 30_000);
  expect(performance.now() - begun).toBeLessThan(20_000);
});
