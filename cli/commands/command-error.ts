/** Why a command did not do its work: printed before the sentence that explains it, for scripts and for searching. */
export const FAILURE_CODES = [
  'SETTINGS_UNUSABLE',
  'DATABASE_UNUSABLE',
  'DATABASE_NOT_EMPTY',
  'COUNTY_DAMAGED',
  'ISSUER_KEY_UNUSABLE',
  'POLICY_UNUSABLE',
  'ERROR_RATES_UNUSABLE',
  'SCHEMA_UNUSABLE',
  'SCHEMA_OUT_OF_DATE',
  'MIGRATION_MISSING',
  'PORT_UNAVAILABLE',
  'UNKNOWN_NAME',
  'IDENTITY_PROVIDER_IN_USE',
  'IMPOSSIBLE_VALUE',
  'EXPORT_DAMAGED',
  'FILE_UNUSABLE',
  'INTERNAL_ERROR',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** A failure that the command line explains in one sentence, without a stack trace. */
export class CommandError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** @returns what a word of the command line stands for. @throws {CommandError} that lists the words that are offered */
export function offered<Value>(word: string, words: Readonly<Record<string, Value>>): Value {
  assertOffered([word], Object.keys(words));
  return words[word] as Value;
}

/** @throws {CommandError} that lists what is offered, when something was given that is not. */
export function assertOffered(given: readonly string[], offered: readonly string[]): void {
  const unknown = given.filter((name) => !offered.includes(name));
  if (unknown.length === 0) return;
  throw new CommandError(
    'UNKNOWN_NAME',
    `Nothing is called ${unknown.join(', ')}. Choose from: ${offered.join(', ')}.`,
  );
}
