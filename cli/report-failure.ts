import { CommandError } from './commands/command-error.js';

/** Failures that explain themselves: their message is all an operator needs. */
const EXPLAINED = new Set([
  'SettingsError',
  'PostgresError',
  'PolicyError',
  'ListenError',
  'ServingRoleError',
  'ErrorRatesError',
  'CompositionError',
  'RangeError',
]);

/** Ends the command with status 1 and one message; a stack trace only for what nobody foresaw. */
export function reportFailure(cause: unknown): void {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  process.stderr.write(`hub: ${explanationOf(error) ?? error.stack ?? error.message}\n`);
  process.exitCode = 1;
}

function explanationOf(error: Error): string | undefined {
  const isExplained = EXPLAINED.has(error.name) || EXPLAINED.has(error.constructor.name);
  if (isExplained || error instanceof CommandError) return error.message;
  return undefined;
}
