import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode, PostgresError } from './postgres-error.js';
import { canReach, type ServerUser } from './server-user.js';

export interface ServerFolder {
  /** Holds `cluster` (PostgreSQL's own), `server.json` (port, password), `server.log`, `owners`, `lock`. */
  readonly path: string;
  /** A sentence for the operator when the folder is not below the data folder. */
  readonly relocated?: string;
}

/** Others may pass through to `cluster`, which only the server's user can open, but may not list. */
const FOLDER_MODE = 0o711;

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: FOLDER_MODE });
    const { uid } = lstatSync(path);
    if (uid === process.getuid?.()) chmodSync(path, FOLDER_MODE);
  } catch (error) {
    throw new PostgresError(
      `The folder ${path} can't be created or used (${errorCode(error) ?? 'unknown error'}).`,
      {
        cause: error,
      },
    );
  }
}

/** Anyone may create names in /var/tmp: a folder that waits there under our name but belongs to another is a trap. */
function assertOwnFolder(path: string): void {
  const stats = lstatSync(path);
  if (!stats.isDirectory() || stats.uid !== process.getuid?.() || (stats.mode & 0o022) !== 0) {
    throw new PostgresError(
      `${path} exists but is not a folder that belongs to this user alone. Remove it, or choose another HUB_DATA_DIR.`,
    );
  }
}

/**
 * The folder of the embedded server: `<dataDir>/postgres`, or, when the server's user can't get there (root keeps the
 * project below a closed folder such as /root), `/var/tmp/student-support-hub-<uid>-<hash of dataDir>`, which survives
 * a restart of the machine, unlike /tmp.
 *
 * @throws {PostgresError} when neither can be used.
 */
export function prepareServerFolder(
  dataDir: string,
  user: ServerUser,
  relocationRoot = '/var/tmp',
): ServerFolder {
  const path = join(resolve(dataDir), 'postgres');
  makeFolder(path);
  if (user.ids === undefined || canReach(user, path)) return { path };
  const hash = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const relocated = join(relocationRoot, `student-support-hub-${process.getuid?.() ?? 0}-${hash}`);
  makeFolder(relocated);
  assertOwnFolder(relocated);
  if (!canReach(user, relocated)) {
    throw new PostgresError(`Neither ${path} nor ${relocated} can be reached by the account ${user.name}.`);
  }
  return {
    path: relocated,
    relocated: `The account ${user.name}, which runs the database server, can't reach ${path}: the database is in ${relocated}.`,
  };
}
