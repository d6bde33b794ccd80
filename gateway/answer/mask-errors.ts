import { isErrorCode, type ErrorCode } from '../../subgraphs/_kit/error-codes.js';
import { isRecord } from './untrusted-json.js';

/** What an agency may say about a field in its own words; all else means that it did not answer. */
const AGENCY_MAY_SAY: ReadonlySet<string> = new Set<ErrorCode>([
  'FORBIDDEN',
  'NOT_FOUND',
  'AUDIT_UNAVAILABLE',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'LIMIT_EXCEEDED',
]);

export interface Cause {
  readonly code: ErrorCode;
  readonly agency: string | undefined;
  readonly path: readonly (string | number)[] | undefined;
}

/** @returns the code that an agency's error entry may carry on: one of its own, else AGENCY_UNAVAILABLE */
export function agencyCode(error: unknown): ErrorCode {
  const code = isRecord(error) && isRecord(error.extensions) ? error.extensions.code : undefined;
  return isErrorCode(code) && AGENCY_MAY_SAY.has(code) ? code : 'AGENCY_UNAVAILABLE';
}

/**
 * Reads an error that comes out of the engine. Errors sealed by the transport name a known agency; whatever
 * else turns up was made by the engine, may hold URLs or bodies, and becomes INTERNAL_SERVER_ERROR.
 */
export function readCause(error: unknown, agencies: ReadonlySet<string>): Cause {
  const { extensions, path } = isObject(error) ? error : {};
  const { code, agency } = isRecord(extensions) ? extensions : {};
  const known = typeof agency === 'string' && agencies.has(agency) && isErrorCode(code);
  return {
    code: known ? code : 'INTERNAL_SERVER_ERROR',
    agency: known ? agency : undefined,
    path: readPath(path),
  };
}

export function readPath(path: unknown): (string | number)[] | undefined {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
    ? path
    : undefined;
}

function isObject(value: unknown): value is { extensions?: unknown; path?: unknown } {
  return typeof value === 'object' && value !== null;
}
