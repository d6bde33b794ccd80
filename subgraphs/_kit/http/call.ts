import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES, type ErrorCode } from '../error-codes.js';

/** One call that has arrived at an agency, with its whole body. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

export function send({ response, requestId }: Call, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** Ends a call that is not answered. */
export function refuse(call: Call, code: ErrorCode): void {
  const { status, en, zh } = ERROR_CODES[code];
  const { requestId } = call;
  const body = JSON.stringify({ errors: [{ message: en, extensions: { code, requestId, messageZh: zh } }] });
  if (call.response.headersSent) call.response.destroy();
  else send(call, statusOf(code, status), body);
}

/** Status of codes that elsewhere stand beside data, when there is nothing but the refusal. */
const ALONE: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  AUDIT_UNAVAILABLE: 503,
};

function statusOf(code: ErrorCode, status: number): number {
  return ALONE[code] ?? (status === 200 ? 500 : status);
}
