/** Milliseconds to end in before the process gives up: the gateway's last requests, then the embedded server. */
const GRACE_MS = 15_000;

/**
 * A Ctrl-C under `npm start` arrives twice: from the terminal, and passed on by npm. Only a signal that comes later is
 * a person's second one.
 */
const SAME_SIGNAL_MS = 1000;

/** Waits for Ctrl-C or a stop from outside, then closes; a second signal ends the process at once. */
export async function untilStopped(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let firstAt: number | undefined;
      process.on(name, () => {
        if (firstAt !== undefined && performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(130);
        firstAt ??= performance.now();
        resolve();
      });
    }
  });
  const timer = setTimeout(() => process.exit(1), GRACE_MS);
  await close();
  clearTimeout(timer);
  process.exitCode = 0;
}
