import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { freePorts } from './support/free-ports.js';
import { leftoversOf, startHub, type HubProcess } from './support/hub-process.js';

const READY_WITHIN_MS = 60_000;

let folder: string;
let hub: HubProcess | undefined;
let port: number;
beforeEach(async () => {
  folder = makeTemporaryFolder('hub-stop-');
  port = (await freePorts(1))[0] ?? 0;
  hub = startHub(['serve', 'gateway'], { HUB_DATA_DIR: folder, HUB_LOG_LEVEL: 'warn', PORT: String(port) });
  await untilLive();
}, READY_WITHIN_MS);
afterEach(async () => {
  await hub?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function untilLive(): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error('The gateway never came to life.');
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s that arrives twice, as npm passes it on, stops the hub cleanly',
  async (signal) => {
    // A client that never ends its request keeps the gateway waiting, but not longer than the process waits for it.
    const pending = fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({ start: () => undefined }),
      duplex: 'half',
    } as RequestInit).catch(() => undefined);
    await delay(200);
    void hub?.stop(signal);
    await delay(50);
    const { status, stderr } = (await hub?.stop(signal)) ?? {};
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(leftoversOf(hub?.pid ?? 0, folder)).toEqual({ ofItsGroup: false, usingTheFolder: [] });
    await pending;
  },
  READY_WITHIN_MS,
);

test('npm start gives way to the hub, so that no shell in between dies of Ctrl-C before the hub has stopped', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  expect(scripts.start).toMatch(/^exec /);
});
