import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { isAlive, waitUntil } from '../../postgres/process-life.js';
import { findRunningServer, stopServer } from '../../postgres/server-process.js';
import {
  installOwnerProgram,
  startOwner,
  type OwnerProcess,
  type OwnerProgram,
} from '../support/server-owner-process.js';
import { prepareDatabase, type PreparedDatabase } from '../support/prepared-database.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

let programFolder: string;
let program: OwnerProgram;
let prepared: PreparedDatabase;
let dataDir: string;

beforeAll(async () => {
  programFolder = makeTemporaryFolder('hub-owner-program-');
  program = await installOwnerProgram(programFolder, 'linked');
  prepared = await prepareDatabase();
});
afterAll(() => {
  prepared.remove();
  rmSync(programFolder, { recursive: true, force: true });
});

beforeEach(() => {
  dataDir = makeTemporaryFolder('hub-crash-');
  prepared.copyTo(dataDir);
});
afterEach(async () => {
  await stopServer(join(dataDir, 'postgres', 'cluster'));
  rmSync(dataDir, { recursive: true, force: true });
});

const acquire = () => acquireEmbeddedPostgres({ dataDir, log: () => undefined });
const run = (url: string, sql: string) =>
  withConnection(url, async (client) => (await client.query<Record<string, number>>(sql)).rows);

/** Inserts 1, 2, 3 … one by one until the server is gone; resolves to the last number that was acknowledged. */
async function writeUntilGone(adminUrl: string, onRow: (row: number) => void): Promise<number> {
  let acknowledged = 0;
  const writing = withConnection(adminUrl, async (client) => {
    for (;;) {
      await client.query('INSERT INTO visit VALUES ($1)', [acknowledged + 1]);
      acknowledged += 1;
      onRow(acknowledged);
    }
  });
  await writing.catch(() => undefined);
  return acknowledged;
}

test('rows that were acknowledged before the server is killed are there when it is back, on the same port', async () => {
  const server = await acquire();
  await run(server.adminUrl, 'CREATE TABLE visit (id int PRIMARY KEY)');
  const killed = server.pid;
  const acknowledged = await writeUntilGone(server.adminUrl, (row) => {
    if (row === 200) process.kill(killed, 'SIGKILL');
  });
  let rows: Array<Record<string, number>> | undefined;
  while (rows === undefined)
    rows = await run(server.adminUrl, 'SELECT count(*)::int FROM visit').catch(() => undefined);
  expect(acknowledged).toBeGreaterThanOrEqual(200);
  expect(rows[0]?.['count']).toBeGreaterThanOrEqual(acknowledged);
  expect(await waitUntil(() => server.pid !== killed, 20_000)).toBe(true);
  await server.release();
  expect(isAlive(server.pid)).toBe(false);
});

test('a server whose owner was killed is joined by the next start, with its rows', async () => {
  const owner = await startOwner(program, dataDir, { durable: true });
  await run(owner.server.adminUrl, 'CREATE TABLE visit AS SELECT 1 AS id');
  expect(await owner.send('SIGKILL')).toBe('SIGKILL');
  const next = await acquire();
  expect(next).toMatchObject({ started: false, pid: owner.server.pid, adminUrl: owner.server.adminUrl });
  expect(await run(next.adminUrl, 'SELECT id FROM visit')).toEqual([{ id: 1 }]);
  await next.release();
  expect(isAlive(owner.server.pid)).toBe(false);
});

test('rows are there after owner and server were killed together', async () => {
  const owner = await startOwner(program, dataDir, { durable: true });
  await run(owner.server.adminUrl, 'CREATE TABLE visit AS SELECT 1 AS id');
  process.kill(owner.pid, 'SIGKILL');
  process.kill(owner.server.pid, 'SIGKILL');
  const next = await acquire();
  expect(next.started).toBe(true);
  expect(await run(next.adminUrl, 'SELECT id FROM visit')).toEqual([{ id: 1 }]);
  await next.release();
});

test.each<[string, (owner: OwnerProcess) => Promise<unknown>, NodeJS.Signals | number]>([
  ['released it', (owner) => owner.say('release'), 0],
  ['exited', (owner) => owner.say('exit'), 0],
  ['got SIGTERM', (owner) => owner.send('SIGTERM'), 'SIGTERM'],
  ['got SIGINT', (owner) => owner.send('SIGINT'), 'SIGINT'],
  ['got SIGHUP', (owner) => owner.send('SIGHUP'), 'SIGHUP'],
])('no server stays behind when its only owner %s', async (_how, end, result) => {
  const owner = await startOwner(program, dataDir);
  expect(isAlive(owner.server.pid)).toBe(true);
  expect(await end(owner)).toBe(result);
  expect(await waitUntil(() => !isAlive(owner.server.pid), 20_000)).toBe(true);
});

test('no server stays behind when its owner is ended while it still starts', async () => {
  // Its input stays open: a program that nobody talks to ends by itself, and its server with it, before anybody looks.
  const child = spawn(program.node, [program.script, dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  const ended = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const cluster = join(dataDir, 'postgres', 'cluster');
  expect(await waitUntil(() => existsSync(join(cluster, 'postmaster.pid')), 30_000)).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toBe('SIGTERM');
  // The server that was told to stop may still write its number into postmaster.pid before it goes.
  expect(await waitUntil(() => !existsSync(join(cluster, 'postmaster.pid')), 20_000)).toBe(true);
  expect(findRunningServer(cluster)).toBeUndefined();
}, 120_000);

test.each<[string, (owner: OwnerProcess) => Promise<unknown>]>([
  ['releases it', (owner) => owner.say('release')],
  ['exits', (owner) => owner.say('exit')],
  ['gets SIGTERM', (owner) => owner.send('SIGTERM')],
])('a server with two owners stays while one of them %s, and stops with the other', async (_how, end) => {
  const first = await startOwner(program, dataDir);
  const second = await startOwner(program, dataDir);
  expect(second.server).toMatchObject({ started: false, pid: first.server.pid });
  await end(first);
  expect(await run(second.server.adminUrl, 'SELECT 1 AS id')).toEqual([{ id: 1 }]);
  await second.say('release');
  expect(isAlive(first.server.pid)).toBe(false);
});

test('owners that start at the same moment in an empty folder share one server', async () => {
  rmSync(join(dataDir, 'postgres'), { recursive: true });
  const owners = await Promise.all([1, 2, 3].map(() => startOwner(program, dataDir)));
  expect(new Set(owners.map(({ server }) => server.pid)).size).toBe(1);
  expect(owners.filter(({ server }) => server.started)).toHaveLength(1);
  await Promise.all(owners.map((owner) => owner.say('release')));
  expect(isAlive(owners[0]?.server.pid ?? 0)).toBe(false);
});
