import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_CODES, type ErrorCode } from '../../subgraphs/_kit/error-codes.js';
import { stringifyLazily } from '../answer/lazy-json.js';
import { Refusal, refusalErrors } from './refusal.js';
import { parseUntrustedJson } from '../answer/untrusted-json.js';

/** It stands in logs and in the access log: no ID number passes for one. */
const REQUEST_ID = /^(?!.*\d{17})[\w-]{8,64}$/;

/** One HTTP request and its response. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/** Takes over the caller's request id when it is harmless in logs and headers, else makes one. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  return { request, response, requestId };
}

export function sendText(
  { response }: Exchange,
  status: number,
  contentType: string,
  body: string | Buffer,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

export function sendJson(exchange: Exchange, status: number, value: unknown): void {
  sendText(exchange, status, 'application/json; charset=utf-8', stringifyLazily(value));
}

/** Ends a request that was not executed, with the HTTP status of its code. */
export function sendRefusal(exchange: Exchange, refusal: Refusal): void {
  const { status } = ERROR_CODES[refusal.code];
  // Whatever of the body is still on its way is not read, so the connection can't carry another request.
  if (!exchange.request.complete) exchange.response.setHeader('connection', 'close');
  sendJson(exchange, statusAlone(refusal.code, status), {
    errors: refusalErrors(refusal, exchange.requestId),
  });
}

/** Status of codes that elsewhere stand beside data, when there is nothing but the refusal. */
function statusAlone(code: ErrorCode, status: number): number {
  if (code === 'FORBIDDEN') return 403;
  return status === 200 ? 500 : status;
}

/** @throws {Refusal} UNSUPPORTED_MEDIA_TYPE unless the body is declared as JSON in UTF-8 */
export function requireJson({ request }: Exchange): void {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type?.trim() !== 'application/json' || !isUtf8 || request.headers['content-encoding']) {
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  }
}

/**
 * @throws {Refusal} PAYLOAD_TOO_LARGE, or BAD_USER_INPUT when the body is no JSON
 */
export async function readJson({ request }: Exchange, maxBytes: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new Refusal('PAYLOAD_TOO_LARGE');
  const chunks: Buffer[] = [];
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else {
        request.pause();
        reject(new Refusal('PAYLOAD_TOO_LARGE'));
      }
    });
    request.on('end', resolve);
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Refusal('BAD_USER_INPUT'));
    });
  });
  try {
    return parseUntrustedJson(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks, bytes)));
  } catch {
    throw new Refusal('BAD_USER_INPUT');
  }
}
