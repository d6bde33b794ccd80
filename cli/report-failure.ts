import { CommandError } from './commands/command-error.js';

/** Failures that explain themselves: their message is all an operator needs. */
const EXPLAINED = new Set([
  'SettingsError',
  'PostgresError',
  'PolicyError',
  'ListenError',
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
  if (isListenFailure(error)) {
    const reason =
      error.code === 'EADDRINUSE' ? 'is in use by another program' : `can't be opened (${error.code})`;
    return `Port ${error.port} on ${error.address} ${reason}. Choose another one by its setting.`;
  }
  return undefined;
}

/** What Node says of a port or address that it may not have; the gateway passes it on as it is. */
function isListenFailure(error: Error): error is Error & { code: string; address: string; port: number } {
  return 'syscall' in error && error.syscall === 'listen' && 'port' in error;
}
