import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';

export interface PinnedProcess<Config, Ready> {
  readonly pid: number;
  /** What the process said when it was ready. */
  readonly ready: Ready;
  /** Sends one message and waits for the next one that comes back. */
  ask<Answer>(message: unknown): Promise<Answer>;
  stop(): Promise<void>;
  readonly config: Config;
}

/**
 * Starts a compiled program of this folder on given cores (util-linux's `taskset`), hands it its configuration and waits
 * until it says that it is ready. It ends by itself when this process does.
 *
 * @param cores as `taskset` writes them: `0`, `0-1`
 * @param program path below bench/, without extension
 */
export async function startPinned<Config, Ready>(
  cores: string,
  program: string,
  config: Config,
): Promise<PinnedProcess<Config, Ready>> {
  const script = join(projectRoot, 'dist/bench', `${program}.js`);
  // As in production: GraphQL's development checks would be measured otherwise.
  const command = ['NODE_ENV=production', 'taskset', '-c', cores, process.execPath, script];
  const child = spawn('env', command, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The process ${program} ended.`)));
  });
  failed.catch(() => undefined);
  const next = <Message>() =>
    Promise.race([
      new Promise<Message>((resolve) => child.once('message', (said) => resolve(said as Message))),
      failed,
    ]);
  const said = next<Ready>();
  child.send(config as object);
  const ready = await said;
  return {
    pid: child.pid ?? 0,
    config,
    ready,
    ask<Answer>(message: unknown) {
      const answer = next<Answer>();
      child.send(message as object);
      return answer;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/**
 * The other side: runs in the started program.
 *
 * @param start gets the configuration; what it returns is said to be ready
 * @param answer for every later message
 */
export function servePinned<Config, Message>(
  start: (config: Config) => Promise<unknown>,
  answer: (message: Message) => unknown = () => undefined,
): void {
  process.once('disconnect', () => process.exit(0));
  process.once('message', (config) => {
    void start(config as Config).then((ready) => {
      process.send?.(ready ?? {});
      process.on('message', (message) => {
        void Promise.resolve(answer(message as Message)).then((result) => process.send?.(result ?? {}));
      });
    });
  });
}
