import { CommandError } from './commands/command-error.js';

/** Failures that explain themselves: their message is all an operator needs. */
const EXPLAINED = new Set(['SettingsError', 'PostgresError', 'PolicyError', 'ListenError', 'RangeError']);

/** Ends the command with status 1 and one message; a stack trace only for what nobody foresaw. */
export function reportFailure(cause: unknown): void {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const isExplained = error instanceof CommandError || EXPLAINED.has(error.name);
  process.stderr.write(`hub: ${isExplained ? error.message : (error.stack ?? error.message)}\n`);
  process.exitCode = 1;
}
