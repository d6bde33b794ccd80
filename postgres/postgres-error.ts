/** A problem with the database server that an operator can act on. Its message never holds a password or a row. */
export class PostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresError';
  }
}

/**
 * @returns the code of a system error such as `ENOENT`, or of a PostgreSQL error such as `42501`. Does not ask for
 *   `instanceof Error`: under a test runner, errors of node's own modules are of another realm's class.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
