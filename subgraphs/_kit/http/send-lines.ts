import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Call } from './call.js';

/** The library's own 16 KiB would make a call for every twenty rows. */
const CHUNK_BYTES = 256 * 1024;

/** Some lines of an answer that is too long to be held. */
export interface StreamedPage {
  /** Each line with its end. */
  readonly text: string;
  readonly rows: number;
}

/**
 * Sends lines as they come, as fast as they are taken. What ends by a failure is broken off, never ended, so that
 * nobody takes a part for the whole; a client that goes is no failure.
 */
export async function sendLines(call: Call, lines: AsyncIterable<Buffer>): Promise<void> {
  const { response, requestId } = call;
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-encoding': 'gzip',
    'x-request-id': requestId,
    'cache-control': 'no-store',
  });
  try {
    // The fastest level: the two sides stand in one network, and compressing would be most of the work.
    await pipeline(lines, createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK_BYTES }), response);
  } catch (cause) {
    if (!hasLeft(cause)) throw cause;
  }
}

const hasLeft = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE';
