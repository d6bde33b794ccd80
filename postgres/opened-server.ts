import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureCluster } from './cluster.js';
import { withConnection } from './database-connection.js';
import { PostgresError } from './postgres-error.js';
import { isAlive, waitUntil } from './process-life.js';
import { findServerBinaries } from './server-binaries.js';
import { findRunningServer, startServer, stopServer, type StartOutcome } from './server-process.js';
import { adminUrlFor, claimPort, readServerState, writeServerState } from './server-state.js';
import type { ServerUser } from './server-user.js';

export interface OpenedServer {
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** False when it was running already. */
  readonly started: boolean;
}

export interface OpenOptions {
  readonly folder: string;
  readonly user: ServerUser;
  readonly durable: boolean;
  /** This port or none; without it the port of the last start, or any free one. */
  readonly port?: number;
  readonly log: (message: string) => void;
}

const START_ATTEMPTS = 40;
const READY_TIMEOUT_MS = 150_000;
const DYING_TIMEOUT_MS = 2000;
const PORT_TAKEN = /Address already in use/;
/** The processes of a killed server need a moment to notice that it is gone; until then its memory is in use. */
const STILL_ENDING = /pre-existing shared memory block|lock file .* already exists/;

async function startOnFreePort(
  options: Parameters<typeof startServer>[0],
  fixedPort?: number,
): Promise<number> {
  let wanted = options.port;
  let outcome: StartOutcome = { ready: false, reason: 'it was not tried' };
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = (await claimPort(wanted)) ?? (fixedPort === undefined ? await claimPort(0) : undefined);
    if (port === undefined) {
      throw new PostgresError(
        `Port ${wanted} is in use by another program. Stop it, or give the database another port.`,
      );
    }
    outcome = await startServer({ ...options, port });
    if (outcome.ready) return port;
    if (PORT_TAKEN.test(outcome.reason)) wanted = fixedPort ?? 0;
    else if (STILL_ENDING.test(outcome.reason)) await sleep(250);
    else break;
  }
  throw new PostgresError(`The database server did not start: ${outcome.ready ? '' : outcome.reason}`);
}

/** The running server once it is ready; undefined when there is none, or when it ends while being waited for. */
async function findReadyServer(cluster: string) {
  await waitUntil(() => findRunningServer(cluster)?.ready !== false, READY_TIMEOUT_MS);
  const server = findRunningServer(cluster);
  if (server?.ready !== false) return server;
  throw new PostgresError(
    `The database server (process ${server.pid}) has been starting or stopping for minutes.`,
  );
}

/**
 * Joins the server that runs in `folder`, or starts one. Call it under the folder's lock.
 * @throws {PostgresError} that an operator can act on.
 */
export async function openServer({
  folder,
  user,
  durable,
  port: fixedPort,
  log,
}: OpenOptions): Promise<OpenedServer> {
  const cluster = join(folder, 'cluster');
  const running = await findReadyServer(cluster);
  const state = readServerState(folder);
  const opened = async (server: { port: number; pid: number }, started: boolean) => {
    const adminUrl = adminUrlFor(state, server.port);
    // Whoever listens on the port must be this folder's server, not one that took the port meanwhile.
    await withConnection(adminUrl, (client) => client.query('SELECT 1'));
    return { adminUrl, port: server.port, pid: server.pid, started };
  };
  if (running) {
    try {
      return await opened(running, false);
    } catch (error) {
      // A server that was killed a moment ago may still look alive; once it is gone, a new one is started.
      if (!(await waitUntil(() => !isAlive(running.pid), DYING_TIMEOUT_MS))) throw error;
    }
  }

  const binaries = findServerBinaries(user, folder);
  // Before the cluster: a cluster whose password was not kept could never be opened again.
  writeServerState(folder, state);
  await ensureCluster({ folder, binaries, user, adminPassword: state.adminPassword, durable });
  const port = await startOnFreePort(
    { folder, binaries, user, durable, port: fixedPort ?? state.port ?? 0 },
    fixedPort,
  );
  writeServerState(folder, { ...state, port });
  log(`PostgreSQL ${binaries.version} listens on 127.0.0.1:${port}.`);
  try {
    return await opened({ port, pid: findRunningServer(cluster)?.pid ?? 0 }, true);
  } catch (error) {
    await stopServer(cluster);
    throw error;
  }
}
