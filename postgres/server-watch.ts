import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-life.js';

const LOOK_EVERY_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

export interface ServerWatch {
  /** Ends the watching; resolves when a restart that was under way is over. */
  end(): Promise<void>;
}

/**
 * Looks every quarter of a second whether the server still lives and has it opened again when it was killed, with
 * growing pauses while that fails. Does not keep the process running.
 *
 * @param pid the server's process number, asked again each time.
 * @param reopen brings it back; its errors are logged by message.
 */
export function watchServer(
  pid: () => number,
  reopen: () => Promise<void>,
  log: (message: string) => void,
): ServerWatch {
  const ending = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: ending.signal, ref: false });

  async function watch(): Promise<void> {
    let wait = LOOK_EVERY_MS;
    while (!ending.signal.aborted) {
      await pause(wait);
      if (isAlive(pid())) continue;
      log('The database server ended unexpectedly; starting it again.');
      try {
        await reopen();
        wait = LOOK_EVERY_MS;
      } catch (error) {
        wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
        log(
          `The database server could not be started again: ${error instanceof Error ? error.message : 'unknown error'}`,
        );
      }
    }
  }

  const watching = watch().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error;
  });
  return {
    end() {
      ending.abort();
      return watching;
    },
  };
}
