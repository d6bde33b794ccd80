import { createHash } from 'node:crypto';
import type { BulkDelivery } from '../audit/access-log.js';
import type { StreamedPage } from './send-lines.js';

/** The last line of a stream, by which its reader knows that it has all of it. */
export interface ClosingLine {
  readonly count: number;
  /** SHA-256 of the lines before it, in hexadecimal. */
  readonly digest: string;
}

/**
 * The pages' lines and their closing line, which leaves when the access is recorded and not before: no complete answer
 * is without its entry. Who goes in the middle is recorded with what he got.
 *
 * @param record rejects when the entry can't be made; then the answer is broken off
 */
export async function* recordedLines(
  pages: AsyncIterable<StreamedPage>,
  question: BulkDelivery['question'],
  record: (bulk: BulkDelivery) => Promise<void>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let rows = 0;
  let isEnded = false;
  const delivery = (isComplete: boolean) => ({ question, rows, digest: hash.digest('hex'), isComplete });
  try {
    for await (const page of pages) {
      const bytes = Buffer.from(page.text);
      hash.update(bytes);
      rows += page.rows;
      yield bytes;
    }
    isEnded = true;
    const bulk = delivery(true);
    await record(bulk);
    const closing: ClosingLine = { count: bulk.rows, digest: bulk.digest };
    yield Buffer.from(`${JSON.stringify(closing)}\n`);
  } finally {
    if (!isEnded && rows > 0) await record(delivery(false));
  }
}
