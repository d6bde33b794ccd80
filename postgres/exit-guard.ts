const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `stop`, which must be synchronous, when this process exits, and when a signal ends it that nobody else handles.
 * A program with its own handler decides by itself when to end; the exit that follows still calls `stop`.
 */
export function stopWithProcess(stop: () => void): { dismiss(): void } {
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listeners(signal).some((listener) => !handlers.has(listener))) return;
    stop();
    dismiss();
    // The last of ours gives the signal its usual effect back, so that the caller sees why the process ended.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const dismiss = () => {
    handlers.delete(onSignal);
    process.off('exit', stop);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  handlers.add(onSignal);
  process.once('exit', stop);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { dismiss };
}

/** The guards' own listeners, told apart from those of the program. */
const handlers = new Set<(signal: NodeJS.Signals) => void>();
