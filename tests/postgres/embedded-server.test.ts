import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { isAlive } from '../../postgres/process-life.js';
import { stopServer } from '../../postgres/server-process.js';
import { prepareDatabase, type PreparedDatabase } from '../support/prepared-database.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

let dataDir: string;
let folder: string;
let cluster: string;

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

beforeEach(() => {
  dataDir = makeTemporaryFolder('hub-embedded-');
  folder = join(dataDir, 'postgres');
  cluster = join(folder, 'cluster');
});
afterEach(async () => {
  await stopServer(cluster);
  rmSync(dataDir, { recursive: true, force: true });
});

const acquire = (port?: number) =>
  acquireEmbeddedPostgres({ dataDir, port, durable: false, log: () => undefined });
const run = (url: string, sql: string) =>
  withConnection(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

/** A program of somebody else's that listens on a loopback port while `use` runs. */
async function withPortTaken(port: number, use: (port: number) => Promise<void>): Promise<void> {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const address = other.address();
  try {
    await use(typeof address === 'object' && address ? address.port : port);
  } finally {
    other.close();
  }
}

test('rows survive a restart, and the server comes back on its port with its password', async () => {
  const first = await acquire();
  await run(first.adminUrl, "CREATE TABLE school AS SELECT '第一小学' AS name");
  await first.release();
  expect(isAlive(first.pid)).toBe(false);
  const second = await acquire();
  expect(second).toMatchObject({ started: true, adminUrl: first.adminUrl });
  expect(await run(second.adminUrl, 'SELECT name FROM school')).toEqual([{ name: '第一小学' }]);
  await second.release();
});

test('the server listens on loopback alone, asks for its password and checks its pages', async () => {
  prepared.copyTo(dataDir);
  const server = await acquire();
  const names = ['listen_addresses', 'unix_socket_directories', 'data_checksums', 'server_encoding', 'fsync'];
  const rows = await run(
    server.adminUrl,
    `SELECT name, setting FROM pg_settings WHERE name IN ('${names.join("','")}')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    data_checksums: 'on',
    server_encoding: 'UTF8',
    fsync: 'off',
  });
  const wrong = new URL(server.adminUrl);
  wrong.password = 'guess';
  await expect(run(wrong.href, 'SELECT 1')).rejects.toThrow(/the password is wrong/);
  await server.release();
});

test('real data is written through to the disk', async () => {
  prepared.copyTo(dataDir);
  const server = await acquireEmbeddedPostgres({ dataDir, log: () => undefined });
  const rows = await run(
    server.adminUrl,
    "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')",
  );
  expect(rows).toEqual([{ setting: 'on' }, { setting: 'on' }, { setting: 'on' }]);
  await server.release();
});

test('two uses in one process share the server, and it stops with the second', async () => {
  prepared.copyTo(dataDir);
  const [first, second] = await Promise.all([acquire(), acquire()]);
  expect(second?.pid).toBe(first?.pid);
  await first?.release();
  await first?.release();
  expect(await run(second?.adminUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await second?.release();
  expect(isAlive(first?.pid ?? 0)).toBe(false);
});

test('a port that was taken meanwhile is replaced by a free one', async () => {
  prepared.copyTo(dataDir);
  const { port } = await acquire().then(async (server) => (await server.release(), server));
  await withPortTaken(port, async () => {
    const server = await acquire();
    expect(server.port).not.toBe(port);
    expect(await run(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.release();
  });
});

test('a port that was asked for and is taken is an error that names it', async () => {
  prepared.copyTo(dataDir);
  await withPortTaken(0, async (port) => {
    await expect(acquire(port)).rejects.toThrow(new RegExp(`Port ${port} is in use`));
  });
});

test('the password file is readable by its owner alone, and the cluster by the account of the server', async () => {
  await (await acquire()).release();
  expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
  expect(statSync(cluster).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).sort()).toEqual(['cluster', 'owners', 'server.json', 'server.log']);
});

test('the server log holds no value of a row that was refused', async () => {
  prepared.copyTo(dataDir);
  const server = await acquire();
  await run(server.adminUrl, 'CREATE TABLE pupil (number text PRIMARY KEY)');
  const insert = "INSERT INTO pupil VALUES ('990000201501010011')";
  await run(server.adminUrl, insert);
  await expect(run(server.adminUrl, insert)).rejects.toMatchObject({ code: '23505' });
  await server.release();
  const log = readFileSync(join(folder, 'server.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('990000201501010011');
});
