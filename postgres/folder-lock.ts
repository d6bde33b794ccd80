import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, PostgresError } from './postgres-error.js';
import { isAlive, startTimeOf } from './process-life.js';

/** Longer than initdb and a recovery take on a slow machine. */
const LOCK_TIMEOUT_MS = 180_000;

function readHolder(file: string): { pid: number; startTime: string } | undefined {
  try {
    const [pid, startTime] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), startTime: startTime ?? '' };
  } catch {
    return undefined;
  }
}

const isHeld = (holder: { pid: number; startTime: string }) =>
  isAlive(holder.pid) && startTimeOf(holder.pid) === holder.startTime;

/** Takes away the lock of a process that was killed; a lock that changed hands meanwhile is put back. */
function removeStale(lock: string): void {
  const holder = readHolder(lock);
  if (holder === undefined || isHeld(holder)) return;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lock, aside);
    const moved = readHolder(aside);
    if (moved !== undefined && isHeld(moved)) linkSync(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Runs `action` while no other caller, in this process or another, holds the lock of the folder.
 * The lock appears whole (by `link`), so that nobody reads a holder that is still being written.
 *
 * @throws {PostgresError} when the lock can't be had within three minutes.
 */
export async function withFolderLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock');
  const ticket = `${lock}.${randomBytes(6).toString('hex')}`;
  writeFileSync(ticket, `${process.pid} ${startTimeOf(process.pid)}\n`, { mode: 0o600 });
  try {
    for (const end = Date.now() + LOCK_TIMEOUT_MS; ; await sleep(25)) {
      try {
        linkSync(ticket, lock);
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      removeStale(lock);
      if (Date.now() > end) {
        throw new PostgresError(
          `Another process (${readHolder(lock)?.pid}) has been starting the database in ${folder} for minutes.`,
        );
      }
    }
  } finally {
    rmSync(ticket, { force: true });
  }
  try {
    return await action();
  } finally {
    rmSync(lock, { force: true });
  }
}
