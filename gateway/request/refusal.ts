import { ERROR_CODES, type ErrorCode } from '../../subgraphs/_kit/error-codes.js';

export interface Location {
  readonly line: number;
  readonly column: number;
}

/** One entry of `errors[]` as a client sees it; nothing in it was written by an agency. */
export interface ClientError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly Location[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly requestId: string;
    readonly agency?: string;
    readonly messageZh: string;
  };
}

export interface RefusalDetail {
  /** Replaces the table's message; must hold nothing that the caller did not write in the query's text. */
  readonly message?: string;
  readonly locations?: readonly Location[];
}

/** A request that ends before execution; the code decides the HTTP status. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: readonly RefusalDetail[] = [{}],
  ) {
    super(ERROR_CODES[code].en);
  }
}

/** Builds an error from the table alone, so that no upstream text can travel in it. */
export function clientError(
  code: ErrorCode,
  requestId: string,
  where: { path?: readonly (string | number)[]; agency?: string } = {},
): ClientError {
  const { en, zh } = ERROR_CODES[code];
  const { path, agency } = where;
  return {
    message: en,
    ...(path && { path }),
    extensions: { code, requestId, ...(agency && { agency }), messageZh: zh },
  };
}

export function refusalErrors({ code, details }: Refusal, requestId: string): ClientError[] {
  const { en, zh } = ERROR_CODES[code];
  return details.map(({ message = en, locations }) => ({
    message,
    ...(locations && { locations }),
    extensions: { code, requestId, messageZh: zh },
  }));
}
