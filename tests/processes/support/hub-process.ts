import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ending {
  /** The exit code, or null when a signal ended the process. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HubProcess {
  /** Also the number of the process group, so that what the process starts itself can be found. */
  readonly pid: number;
  readonly ended: Promise<Ending>;
  stop(signal: NodeJS.Signals): Promise<Ending>;
}

/** Starts `hub <parameters>` as users do, with these settings and none of this process. */
export function startHub(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
  project: string = projectFolder,
): HubProcess {
  const child = spawn(process.execPath, [join(project, 'cli/launch.js'), ...parameters], {
    cwd: project,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', TMPDIR: tmpdir(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

export interface Leftovers {
  readonly ofItsGroup: boolean;
  /** Command lines that name the folder, such as a database server's. */
  readonly usingTheFolder: readonly string[];
}

/** What still runs after a hub process ended: anything that it started, or that works in its data folder. */
export function leftoversOf(pid: number, folder: string): Leftovers {
  const { stdout } = spawnSync('ps', ['-ww', '-eo', 'args'], { encoding: 'utf8' });
  return {
    ofItsGroup: isGroupAlive(pid),
    usingTheFolder: stdout.split('\n').filter((line) => line.includes(folder)),
  };
}

function isGroupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
