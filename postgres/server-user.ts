import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PostgresError } from './postgres-error.js';

/** The account that the server runs as. `ids` is absent when that is the account of this process. */
export interface ServerUser {
  readonly name: string;
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/** The accounts that root may hand the server to, best first; both exist on ordinary systems, so none is created. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root hands the server to an existing account without rights of its own;
 * everyone else runs it themselves.
 *
 * @throws {PostgresError} for root on a system without such an account, and on Windows.
 */
export function resolveServerUser(passwdFile = '/etc/passwd'): ServerUser {
  if (process.getuid === undefined) {
    throw new PostgresError(
      'The embedded database server needs Linux or macOS. Set <AGENCY>_DATABASE_URL to a PostgreSQL server instead.',
    );
  }
  if (process.getuid() !== 0) return { name: 'the current user' };
  const accounts = readFileSync(passwdFile, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const candidate of CANDIDATES) {
    const [name, , uid, gid] = accounts.find((account) => account[0] === candidate) ?? [];
    if (name !== undefined && Number(uid) > 0 && Number(gid) > 0) {
      return { name, ids: { uid: Number(uid), gid: Number(gid) } };
    }
  }
  throw new PostgresError(
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" to run it as. ' +
      'Start the hub as an ordinary user, or set <AGENCY>_DATABASE_URL to a PostgreSQL server.',
  );
}

/** The server's programs get no variable of ours: settings may hold keys, and the child runs as another account. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * Whether the server's user can enter a folder. Asks the system as that user, because modes alone do not tell:
 * any ancestor may be closed, and access lists or mounts may decide otherwise.
 */
export function canReach(user: ServerUser, folder: string): boolean {
  const check = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], {
    ...user.ids,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: 'ignore',
  });
  return check.status === 0;
}
