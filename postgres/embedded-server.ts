import { join } from 'node:path';
import { prepareServerFolder } from './data-directory.js';
import { stopWithProcess } from './exit-guard.js';
import { withFolderLock } from './folder-lock.js';
import { openServer, type OpenedServer } from './opened-server.js';
import { registerOwner } from './server-owners.js';
import { findRunningServer, requestStop, stopServer } from './server-process.js';
import { ADMIN_ROLE, databaseUrlFor } from './server-state.js';
import { resolveServerUser } from './server-user.js';
import { watchServer } from './server-watch.js';

export interface EmbeddedPostgresOptions {
  /** The hub's data folder; the server lives in `<dataDir>/postgres`, or below /var/tmp when it can't be reached. */
  readonly dataDir: string;
  /** By default a free one, kept for later starts. */
  readonly port?: number;
  /** False for tests: faster, and a crash of the machine may lose everything. */
  readonly durable?: boolean;
  /** Gets sentences for the operator, without personal data or passwords. */
  readonly log: (message: string) => void;
}

export interface EmbeddedPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The superuser's address, database `postgres`. */
  readonly adminUrl: string;
  /** Where the server keeps its files. */
  readonly folder: string;
  /** The process number of the server now; another one after it was killed and started again. */
  readonly pid: number;
  /** False when the server was running already and was joined. */
  readonly started: boolean;
  /** A sentence for the operator when the server's files are not below the data folder. */
  readonly relocated?: string;
  /** @returns the address of a database as one of the roles that `ensureAgencyDatabases` makes, or as the superuser. */
  urlFor(database: string, role?: string): string;
  /** Stops the server and waits, unless another user of the same data folder still needs it. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Gives this process a real PostgreSQL server for a data folder: joins the one that runs there, also one whose owner
 * was killed, else starts it (after a crash PostgreSQL recovers every acknowledged row). A server that is killed is
 * started again on its port. Several processes may share it; the last `release()`, or the end of the last process by
 * exit, SIGINT, SIGTERM or SIGHUP, stops it.
 *
 * @throws {PostgresError} that an operator can act on.
 */
export async function acquireEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, durable = true } = options;
  const user = resolveServerUser();
  const { path: folder, relocated } = prepareServerFolder(dataDir, user);
  const cluster = join(folder, 'cluster');

  const owner = registerOwner(folder);
  const guard = stopWithProcess(() => {
    const shared = owner.isShared();
    owner.end();
    const running = findRunningServer(cluster);
    if (!shared && running) requestStop(running.pid);
  });
  const open = (port?: number) =>
    withFolderLock(folder, () => openServer({ folder, user, durable, port, log }));
  const first = await open(options.port).catch((error: unknown) => {
    owner.end();
    guard.dismiss();
    throw error;
  });

  let server: OpenedServer = first;
  // Connection pools know the port, so the server comes back on it or not at all.
  const reopen = async () => void (server = await open(first.port));
  const watch = watchServer(() => server.pid, reopen, log);
  async function release(): Promise<void> {
    await watch.end();
    await withFolderLock(folder, async () => {
      const shared = owner.isShared();
      owner.end();
      if (!shared) await stopServer(cluster);
    });
    guard.dismiss();
  }

  let released: Promise<void> | undefined;
  return {
    host: '127.0.0.1',
    port: first.port,
    adminUrl: first.adminUrl,
    folder,
    get pid() {
      return server.pid;
    },
    started: first.started,
    relocated,
    urlFor: (database, role = ADMIN_ROLE) => databaseUrlFor(first.adminUrl, database, role),
    release: () => (released ??= release()),
  };
}
