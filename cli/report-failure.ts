import { CommandError, type FailureCode } from './commands/command-error.js';

/** Failures that explain themselves: their message is all an operator needs. By name, so that nothing is loaded for it. */
const EXPLAINED: Readonly<Record<string, FailureCode>> = {
  SettingsError: 'SETTINGS_UNUSABLE',
  PostgresError: 'DATABASE_UNUSABLE',
  PolicyError: 'POLICY_UNUSABLE',
  ListenError: 'PORT_UNAVAILABLE',
  ServingRoleError: 'DATABASE_UNUSABLE',
  ErrorRatesError: 'ERROR_RATES_UNUSABLE',
  CompositionError: 'SCHEMA_UNUSABLE',
  EnumLabelsError: 'SCHEMA_UNUSABLE',
  ImportFileError: 'FILE_UNUSABLE',
  RangeError: 'IMPOSSIBLE_VALUE',
};

/** Ends the command with status 1, a code and one message; a stack trace only for what nobody foresaw. */
export function reportFailure(cause: unknown): void {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = codeOf(error);
  const explanation = code === 'INTERNAL_ERROR' ? (error.stack ?? error.message) : error.message;
  process.stderr.write(`hub: ${code}: ${explanation}\n`);
  process.exitCode = 1;
}

function codeOf(error: Error): FailureCode {
  if (error instanceof CommandError) return error.code;
  return EXPLAINED[error.name] ?? EXPLAINED[error.constructor.name] ?? 'INTERNAL_ERROR';
}
