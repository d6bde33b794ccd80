import { readdirSync, readFileSync } from 'node:fs';

/** Kernel ticks per second in /proc/<pid>/stat; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MIB = 1024;

/** @returns milliseconds of CPU that these processes have used so far; one that has ended counts nothing */
export function cpuMs(pids: readonly number[]): number {
  const ticks = pids.reduce((sum, pid) => {
    const fields = statOf(pid);
    return sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }, 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** @returns resident memory in MiB; memory that processes share counts once for each of them */
export function residentMiB(pids: readonly number[]): number {
  return sumOf(pids, 'status', 'VmRSS');
}

/** @returns resident memory in MiB with shared memory divided among those that share it */
export function proportionalMiB(pids: readonly number[]): number {
  return sumOf(pids, 'smaps_rollup', 'Pss');
}

/** @returns the most resident memory in MiB that a process has had so far */
export function peakMiB(pid: number): number {
  return sumOf([pid], 'status', 'VmHWM');
}

/** @returns a process and all that descend from it, as they are now */
export function familyOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(statOf(Number(name))[1] ?? 0) }));
  const family = [pid];
  for (const member of family) {
    family.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid));
  }
  return family;
}

/** @returns the fields after the command name, which itself may hold spaces; a process that is gone has none */
function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function sumOf(pids: readonly number[], file: string, field: string): number {
  const kib = pids.reduce((sum, pid) => {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/${file}`))?.[1];
    return sum + Number(found ?? 0);
  }, 0);
  return kib / KIB_PER_MIB;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
