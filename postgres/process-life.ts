import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './postgres-error.js';

/** State and start time of a process as Linux tells them (proc(5), fields 3 and 22); undefined elsewhere or when gone. */
function procStat(pid: number): { state: string; startTime: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a program's name in parentheses, which may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** A process that ended but that no parent collected (common in containers) counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return procStat(pid)?.state !== 'Z';
}

/** Tells a process from a later one with the same number; empty where the system does not say. */
export const startTimeOf = (pid: number): string => procStat(pid)?.startTime ?? '';

/** Whether a process was started with this argument; undefined where the system does not say. */
export function hasArgument(pid: number, argument: string): boolean | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
  } catch {
    return undefined;
  }
}

/** @returns whether `condition` held within `timeoutMs`; asked every 20 ms. */
export async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) {
    if (condition()) return true;
  }
  return condition();
}
