import type { IncomingMessage } from 'node:http';
import { HubError } from '../errors.js';

export class BodyTooLargeError extends Error {}

const JSON_TYPE = /^application\/json(?:$|[\s;])/;

/**
 * Reads a request body that is declared as JSON, which no page of another site can make a browser send unasked. Past
 * the limit the rest is not read at all.
 *
 * @throws {HubError} UNSUPPORTED_MEDIA_TYPE, {BodyTooLargeError}
 */
export async function readJsonText(request: IncomingMessage, maxBytes: number): Promise<string> {
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new HubError('UNSUPPORTED_MEDIA_TYPE');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLargeError();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
