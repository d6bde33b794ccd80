import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface RunningCommand {
  /** Waits for a line; @returns all that was printed so far. @throws when the command ends without it, or in time. */
  printed(pattern: RegExp, withinMs: number): Promise<string>;
  /** Waits for the end. @throws when it takes too long. */
  ended(withinMs: number): Promise<{ readonly status: number | null; readonly output: string }>;
  /** Ctrl-C: to everything that runs in the foreground of the terminal. */
  interrupt(): void;
  /** Ends everything that the command started, wherever it moved to, without a chance to clean up. */
  killAll(): Promise<void>;
}

const BETWEEN_LOOKS_MS = 100;

/**
 * Runs a command line in a shell, as a process group of its own like a terminal's foreground job. Bash: it waits for
 * its command after Ctrl-C, as the shell of a person does.
 */
export function runAs(
  account: Account | undefined,
  commandLine: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): RunningCommand {
  const child = spawn('bash', ['-c', commandLine], {
    ...account,
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  let output = '';
  let ending: { status: number | null } | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.once('error', ({ message }) => {
    output += message;
    ending = { status: null };
  });
  child.once('exit', (status) => (ending = { status }));

  async function until<T>(look: () => T | undefined, what: string, withinMs: number): Promise<T> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (Date.now() > deadline)
        throw new Error(`"${commandLine}" ${what} within ${withinMs / 1000} s:\n${output}`);
      await delay(BETWEEN_LOOKS_MS);
    }
  }

  return {
    printed: (pattern, withinMs) =>
      until(
        () => {
          if (pattern.test(output)) return output;
          if (ending)
            throw new Error(`"${commandLine}" ended with ${ending.status} without ${pattern}:\n${output}`);
          return undefined;
        },
        `did not print ${pattern}`,
        withinMs,
      ),
    ended: (withinMs) => until(() => ending && { ...ending, output }, 'did not end', withinMs),
    interrupt: () => void process.kill(-pid, 'SIGINT'),
    async killAll() {
      for (const each of familyOf(pid)) kill(each);
      await until(() => (familyOf(pid).length === 0 ? true : undefined), 'was not gone', 10_000);
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself, with its parent.
  }
}

/** A process, its group and all that descends from them; the database server is a descendant in a session of its own. */
function familyOf(root: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' });
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => !state?.startsWith('Z'))
    .map(([pid, parent, group]) => ({ pid: Number(pid), parent: Number(parent), group: Number(group) }));
  const family = new Set(
    processes.filter(({ pid, group }) => pid === root || group === root).map(({ pid }) => pid),
  );
  for (let size = -1; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}
