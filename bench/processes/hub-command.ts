import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../settings/project-root.js';
import { agencyRows, hubRows } from '../../settings/setting-rows.js';
import { agencyNames } from '../../subgraphs/index.js';
import { freePorts } from './free-ports.js';

/** A data folder of its own under the system's temporary folder, with the settings that a measured hub runs under. */
export interface HubFolder {
  readonly dataDir: string;
  readonly settings: Readonly<Record<string, string>>;
  remove(): void;
}

/** @param children of the county, of compulsory-school age */
export async function createHubFolder(children: number): Promise<HubFolder> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-'));
  // As root the database server runs as another user, who has to reach its files.
  chmodSync(dataDir, 0o711);
  const [port, ...agencyPorts] = await freePorts(agencyNames.length + 1);
  const settings: Record<string, string> = {
    [hubRows.dataDir.name]: dataDir,
    [hubRows.children.name]: String(children),
    [hubRows.county.name]: 'yinjiang',
    [hubRows.seed.name]: '1',
    [hubRows.port.name]: String(port),
  };
  agencyNames.forEach((name, index) => {
    settings[agencyRows(name, index).port.name] = String(agencyPorts[index]);
  });
  return { dataDir, settings, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

export interface RunningCommand {
  readonly pid: number;
  /** Resolves with seconds since the start when a line that matches was printed. */
  printed(pattern: RegExp): Promise<{ readonly line: string; readonly seconds: number }>;
  /** Resolves with seconds since the start; rejects when the command failed. */
  readonly ended: Promise<number>;
  /** As Ctrl-C in a terminal does: to the command and all that it started. */
  interrupt(): Promise<void>;
}

/** Runs a command in the project's folder, as an operator would, with these settings beside the environment's own. */
export function runCommand(
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): RunningCommand {
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const child = spawn('env', [...assignments, ...command], {
    cwd: projectRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { line: string; seconds: number }[] = [];
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push({ line, seconds: elapsed() });
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(elapsed());
      else
        reject(
          new Error(
            `"${command.join(' ')}" ended with ${code}:\n${lines.map(({ line }) => line).join('\n')}`,
          ),
        );
    });
  });
  // Whoever waits for a line hears of the end there.
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(({ line }) => pattern.test(line));
          if (!found) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        ended.then(
          () => reject(new Error(`"${command.join(' ')}" ended without printing ${pattern}.`)),
          reject,
        );
        look();
      }),
    ended,
    async interrupt() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      await ended.catch(() => undefined);
    },
  };
}
