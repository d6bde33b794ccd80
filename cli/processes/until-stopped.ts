/** Seconds that running requests get to end before the process gives up waiting. */
const GRACE_MS = 10_000;

/** Waits for Ctrl-C or a stop from outside, then closes; a second signal ends the process at once. */
export async function untilStopped(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let isFirst = true;
      process.on(name, () => {
        if (!isFirst) process.exit(130);
        isFirst = false;
        resolve();
      });
    }
  });
  const timer = setTimeout(() => process.exit(1), GRACE_MS);
  await close();
  clearTimeout(timer);
  process.exitCode = 0;
}
