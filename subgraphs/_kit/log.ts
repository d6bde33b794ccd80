import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * Structured log to standard output. Callers log codes, counts, durations and request ids; queries,
 * variables, tokens and row values are never handed to it.
 */
export function createLogger(level: string, name: string): Logger {
  return pino({
    level,
    name,
    base: undefined,
    redact: ['authorization', 'token', '*.authorization', '*.token'],
  });
}
