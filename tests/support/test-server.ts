import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { isAlive } from '../../postgres/process-life.js';
import { stopServer } from '../../postgres/server-process.js';
import { databaseUrlFor } from '../../postgres/server-state.js';
import { makeTemporaryFolder } from './temporary-folder.js';

/** Names the file with the server's details: Jest's workers are processes of their own and share only variables. */
const DETAILS_VARIABLE = 'HUB_TEST_SERVER_FILE';
const FOLDER_PREFIX = 'hub-tests-';

let server: EmbeddedPostgres | undefined;
let dataDir: string | undefined;

export interface TestServer {
  /** The superuser's address, for `cloneDatabase` and `dropDatabase`. */
  readonly adminUrl: string;
  /** @returns the address of a database as one of its roles, or as the superuser. */
  urlFor(database: string, role?: string): string;
}

/** A run that was killed leaves its server behind; the next run stops it and removes its folder. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await stopServer(join(tmpdir(), name, 'postgres', 'cluster'));
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Starts the one database server of a Jest run, in a folder of its own, so that runs beside each other do not meet. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  await removeAbandoned();
  dataDir = makeTemporaryFolder(`${FOLDER_PREFIX}${process.pid}-`);
  server = await acquireEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  const file = join(dataDir, 'test-server.json');
  writeFileSync(file, JSON.stringify({ adminUrl: server.adminUrl }), { mode: 0o600 });
  process.env[DETAILS_VARIABLE] = file;
  return server;
}

export async function stopTestServer(): Promise<void> {
  await server?.release();
  if (server?.relocated !== undefined) rmSync(server.folder, { recursive: true, force: true });
  if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true });
}

/** @returns the data folder of this Jest run, where the server and the generated county's papers lie. */
export function testDataDir(): string {
  const file = process.env[DETAILS_VARIABLE];
  if (file === undefined) throw new Error('The test server is started by Jest; run this test through Jest.');
  return dirname(file);
}

/** @returns the server that this Jest run started, in any of its workers. */
export function testServer(): TestServer {
  const file = process.env[DETAILS_VARIABLE];
  if (file === undefined) throw new Error('The test server is started by Jest; run this test through Jest.');
  const { adminUrl } = JSON.parse(readFileSync(file, 'utf8')) as { adminUrl: string };
  return { adminUrl, urlFor: (database, role = 'hub_admin') => databaseUrlFor(adminUrl, database, role) };
}
