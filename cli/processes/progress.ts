import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  readonly update: (done: number) => void;
  stop(): void;
  elapsedMs(): number;
}

/** Progress with rate and remaining time on a terminal; on a pipe or a log file, nothing until the end. */
export function createProgress(unit: string, total: number): Progress {
  const started = performance.now();
  const bar = new SingleBar(
    {
      format: `{bar} {percentage}% | {value}/{total} ${unit} | {eta_formatted} left`,
      hideCursor: true,
      noTTYOutput: false,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  if (process.stderr.isTTY) bar.start(total, 0);
  return {
    update: (done) => bar.update(Math.min(done, total)),
    stop: () => bar.stop(),
    elapsedMs: () => performance.now() - started,
  };
}

/** A running count on a terminal, for work whose end is not known; on a pipe, nothing. */
export function createCounter(unit: string): Progress {
  const started = performance.now();
  const { stderr } = process;
  return {
    update: (done) => void (stderr.isTTY && stderr.write(`\r${done.toLocaleString('en')} ${unit}`)),
    stop: () => void (stderr.isTTY && stderr.write('\r\u001B[K')),
    elapsedMs: () => performance.now() - started,
  };
}
