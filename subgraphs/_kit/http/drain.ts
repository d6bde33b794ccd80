import type { Server } from 'node:http';

const DRAIN_STEP_MS = 50;
/** Longer than answering may take (`requestMs`), shorter than the ten seconds after which containers are killed. */
const DRAIN_LIMIT_MS = 8500;

/**
 * Stops listening. Idle connections end at once and busy ones with their answer, and nobody, such as a client that does
 * not read on, keeps the process longer than the limit.
 */
export async function drain(server: Server, limitMs: number = DRAIN_LIMIT_MS): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), DRAIN_STEP_MS);
  const enough = setTimeout(() => server.closeAllConnections(), limitMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(idle);
  clearTimeout(enough);
}
