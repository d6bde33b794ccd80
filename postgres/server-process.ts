import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stopWithProcess } from './exit-guard.js';
import { PostgresError } from './postgres-error.js';
import { hasArgument, isAlive, waitUntil } from './process-life.js';
import type { ServerBinaries } from './server-binaries.js';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user.js';

/** A crashed server replays its log before it is ready; hours of writes are replayed within this. */
const START_TIMEOUT_MS = 150_000;
const STOP_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Line numbers of postmaster.pid as PostgreSQL documents them (src/include/utils/pidfile.h). */
function readPidFile(cluster: string): RunningServer | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * The server that runs on this cluster, also one whose owner was killed. After a crash the number in postmaster.pid may
 * have gone to another program; PostgreSQL would then refuse to start, so such a file, proven false, is removed.
 */
export function findRunningServer(cluster: string): RunningServer | undefined {
  const server = readPidFile(cluster);
  if (server === undefined || !(server.pid > 0) || !isAlive(server.pid)) return undefined;
  if (hasArgument(server.pid, cluster) !== false) return server;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Modest memory for a laptop; loopback only; and no message with a row's values in the log. */
function serverArguments(cluster: string, port: number, durable: boolean): string[] {
  const options: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '64MB',
    // A county loaded at once would otherwise be written twice, by a checkpoint every few seconds.
    max_wal_size: '2GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and DETAIL lines of errors hold values, such as the key that was there twice.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
        }),
  };
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

export type StartOutcome = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/**
 * Starts the server on a cluster and waits until it is ready. It gets a session of its own, so that Ctrl-C in a
 * terminal reaches the hub first, which stops taking requests before its database goes.
 *
 * @returns whether it is ready; else why not, in the server's own words.
 */
export async function startServer(options: {
  readonly folder: string;
  readonly binaries: ServerBinaries;
  readonly user: ServerUser;
  readonly port: number;
  readonly durable: boolean;
}): Promise<StartOutcome> {
  const cluster = join(options.folder, 'cluster');
  const logFile = join(options.folder, 'server.log');
  const log = openLog(logFile);
  const logStart = statSync(logFile).size;
  const child = spawn(options.binaries.postgres, serverArguments(cluster, options.port, options.durable), {
    ...options.user.ids,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', () => (failure ??= 'it ended'));
  const isReady = () => {
    const server = readPidFile(cluster);
    return server?.pid === child.pid && server?.ready === true;
  };
  // Until postmaster.pid is written, nothing else could find the server to stop it with this process.
  const guard = stopWithProcess(() => child.kill('SIGINT'));
  await waitUntil(() => failure !== undefined || isReady(), START_TIMEOUT_MS);
  guard.dismiss();
  if (failure === undefined && isReady()) return { ready: true };
  if (failure === undefined) child.kill('SIGQUIT');
  const said = readFileSync(logFile).subarray(logStart).toString('utf8').trim();
  return { ready: false, reason: said || failure || 'it was not ready in time' };
}

/**
 * Fast shutdown: running statements are rolled back, committed ones are safe.
 * @throws {PostgresError} when the server still runs after a minute.
 */
export async function stopServer(cluster: string): Promise<void> {
  const server = findRunningServer(cluster);
  if (server === undefined) return;
  requestStop(server.pid);
  if (!(await waitUntil(() => !isAlive(server.pid), STOP_TIMEOUT_MS))) {
    throw new PostgresError(`The database server (process ${server.pid}) did not stop within a minute.`);
  }
}

/** SIGINT is PostgreSQL's fast shutdown. */
export function requestStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended by itself in this moment.
  }
}
