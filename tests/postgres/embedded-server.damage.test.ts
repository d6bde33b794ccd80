import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { PostgresError } from '../../postgres/postgres-error.js';
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
test('what an interrupted creation left is cleared away, and the database is created', async () => {
  const draft = join(folder, 'cluster.draft-1', 'cluster');
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'PG_VERSION'), '18\n');
  await (await acquire()).release();
  expect(readdirSync(folder).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
});

describe('a database that can not be used is left untouched, with word of what to do', () => {
  beforeEach(() => prepared.copyTo(dataDir));

  test.each(['PG_VERSION', 'global/pg_control'])('when %s is missing', async (file) => {
    rmSync(join(cluster, file));
    await expect(acquire()).rejects.toThrow(/not a complete database.*Restore it from a backup/);
    expect(readdirSync(cluster)).toContain('base');
  });

  test('when another major version wrote it', async () => {
    writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
    await expect(acquire()).rejects.toThrow(/written by PostgreSQL 15.*pg_upgrade/);
  });

  test('when its password is lost or damaged', async () => {
    renameSync(join(folder, 'server.json'), join(dataDir, 'elsewhere'));
    await expect(acquire()).rejects.toThrow(/server\.json with the password .* is missing/);
    writeFileSync(join(folder, 'server.json'), '{"port"');
    await expect(acquire()).rejects.toThrow(/damaged/);
    expect(readdirSync(cluster)).toContain('base');
  });

  test('when its control file is damaged', async () => {
    writeFileSync(join(cluster, 'global', 'pg_control'), Buffer.alloc(8192));
    const refusal = acquire();
    await expect(refusal).rejects.toThrow(PostgresError);
    await expect(refusal).rejects.toThrow(/did not start/);
  });
});

test('a data folder that can not be made is an error that names it', async () => {
  writeFileSync(join(dataDir, 'file'), '');
  const refusal = acquireEmbeddedPostgres({ dataDir: join(dataDir, 'file'), log: () => undefined });
  await expect(refusal).rejects.toThrow(PostgresError);
  await expect(refusal).rejects.toThrow(join(dataDir, 'file', 'postgres'));
});

test('the number of a dead server that went to another program does not keep the server from starting', async () => {
  prepared.copyTo(dataDir);
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`,
  );
  const server = await acquire();
  expect(server.started).toBe(true);
  await server.release();
});

test('a lock and an owner that a killed process left behind do not count', async () => {
  prepared.copyTo(dataDir);
  writeFileSync(join(folder, 'lock'), '4194303 1\n');
  writeFileSync(join(folder, 'owners', '4194303.abc'), '1');
  const server = await acquire();
  await server.release();
  expect(isAlive(server.pid)).toBe(false);
});
