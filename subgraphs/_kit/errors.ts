import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, isErrorCode, type ErrorCode } from './error-codes.js';

/** A deliberate error: its message is safe to show, because it comes from the table and never from a value. */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;

  /** @param detail what to do differently, in words; never a submitted or stored value. */
  constructor(code: ErrorCode, detail?: string) {
    const { en, zh } = ERROR_CODES[code];
    super(detail ? `${en} ${detail}` : en, { extensions: { code, messageZh: zh } });
    this.code = code;
  }
}

const GRAPHQL_OWN_CODES: Record<string, ErrorCode> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
};

/** PostgreSQL keeps no text with a NUL character: whoever sends one has sent no name, code or id. */
const NO_TEXT_OF_POSTGRESQL = '22021';

/**
 * Rebuilds every error from the table of codes. Driver and library messages carry SQL, stack traces and
 * submitted values, so nothing of them is copied; the server log has the cause under the request id.
 */
export function maskError(formatted: GraphQLFormattedError, cause: unknown): GraphQLFormattedError {
  const original = cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause;
  const code = codeOf(original, formatted);
  return {
    message: original instanceof HubError ? original.message : ERROR_CODES[code].en,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code, messageZh: ERROR_CODES[code].zh },
  };
}

function codeOf(original: unknown, formatted: GraphQLFormattedError): ErrorCode {
  if (original instanceof HubError) return original.code;
  if (isRejectedText(original)) return 'BAD_USER_INPUT';
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && GRAPHQL_OWN_CODES[code]) return GRAPHQL_OWN_CODES[code];
  return isErrorCode(code) && original instanceof GraphQLError ? code : 'INTERNAL_SERVER_ERROR';
}

export function isRejectedText(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === NO_TEXT_OF_POSTGRESQL;
}
