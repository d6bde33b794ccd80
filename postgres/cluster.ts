import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PostgresError } from './postgres-error.js';
import type { ServerBinaries } from './server-binaries.js';
import { ADMIN_ROLE } from './server-state.js';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user.js';

export interface ClusterOptions {
  readonly folder: string;
  readonly binaries: ServerBinaries;
  readonly user: ServerUser;
  readonly adminPassword: string;
  readonly durable: boolean;
}

const DRAFT_PREFIX = 'cluster.draft-';

async function runInitdb(program: string, args: readonly string[], user: ServerUser): Promise<void> {
  const child = spawn(program, args, {
    ...user.ids,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = Promise.withResolvers<number | null>();
  child.once('error', (error) => ended.reject(error));
  child.once('close', (code) => ended.resolve(code));
  const code = await ended.promise;
  if (code !== 0)
    throw new PostgresError(
      `The database could not be created: ${complaint.trim() || `initdb ended with ${code}`}`,
    );
}

/** The new name must survive a power failure as surely as the rows that are soon written below it. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Text compares by bytes (PostgreSQL's builtin C.UTF-8), so that ids sort as the contract says and no index depends on
 * a library's version; names are sorted with an ICU collation where they are queried.
 */
async function createCluster({
  folder,
  binaries,
  user,
  adminPassword,
  durable,
}: ClusterOptions): Promise<void> {
  for (const name of readdirSync(folder)) {
    // Left by a start that was killed during initdb: never served, so there is nothing in it to lose.
    if (name.startsWith(DRAFT_PREFIX)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const draft = join(folder, `${DRAFT_PREFIX}${process.pid}`);
  const passwordFile = join(draft, 'password');
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (user.ids) for (const path of [draft, passwordFile]) chownSync(path, user.ids.uid, user.ids.gid);
  try {
    const encoding = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    const access = [`--username=${ADMIN_ROLE}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const safety = ['--data-checksums', ...(durable ? [] : ['--no-sync'])];
    await runInitdb(
      binaries.initdb,
      ['-D', join(draft, 'cluster'), ...encoding, ...access, ...safety, '--no-instructions'],
      user,
    );
    renameSync(join(draft, 'cluster'), join(folder, 'cluster'));
    if (durable) syncFolder(folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Makes sure that `folder` has a complete cluster of the installed server's major version: made in a draft folder and
 * renamed when whole, so that an interrupted start leaves nothing that looks like a database.
 *
 * @throws {PostgresError} that says what to do when a cluster is incomplete or of another version; deletes no cluster.
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const cluster = join(options.folder, 'cluster');
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) {
    await createCluster(options);
    return;
  }
  const versionFile = join(cluster, 'PG_VERSION');
  const complete = existsSync(versionFile) && existsSync(join(cluster, 'global', 'pg_control'));
  if (!complete) {
    throw new PostgresError(
      `${cluster} is not a complete database: files are missing. Nothing was changed. Restore it from a backup, or move it away to start with an empty database.`,
    );
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major !== options.binaries.major) {
    throw new PostgresError(
      `${cluster} was written by PostgreSQL ${major}, and this hub brings PostgreSQL ${options.binaries.major}. Nothing was changed. ` +
        'Carry it over with pg_upgrade or a dump of the older version, or move it away to start with an empty database.',
    );
  }
}
