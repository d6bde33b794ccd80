import { createHash } from 'node:crypto';
import type { BulkDelivery } from '../../../../subgraphs/_kit/audit/access-log.js';
import { HubError } from '../../../../subgraphs/_kit/errors.js';
import { recordedLines } from '../../../../subgraphs/_kit/http/recorded-lines.js';

const PAGES = ['a\nb\n', 'c\n'].map((text) => ({ text, rows: text.length / 2 }));
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const question = { run: 'run' };

async function* pages(failure?: Error) {
  for (const page of PAGES) yield await Promise.resolve(page);
  if (failure) throw failure;
}

async function listOf(lines: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = [];
  for await (const bytes of lines) texts.push(bytes.toString());
  return texts;
}

test('the closing line leaves after the entry is made', async () => {
  const order: string[] = [];
  const record = ({ rows }: BulkDelivery) => Promise.resolve(void order.push(`entry of ${rows}`));
  for await (const bytes of recordedLines(pages(), question, record)) order.push(bytes.toString());
  const closing = `{"count":3,"digest":"${digestOf('a\nb\nc\n')}"}\n`;
  expect(order).toEqual(['a\nb\n', 'c\n', 'entry of 3', closing]);
});

test('an entry that cannot be made leaves the answer without its closing line', async () => {
  const refusal = new HubError('AUDIT_UNAVAILABLE');
  const lines = recordedLines(pages(), question, () => Promise.reject(refusal));
  await expect(listOf(lines)).rejects.toBe(refusal);
});

test.each<[string, () => Promise<unknown>, string]>([
  [
    'who goes after a page',
    async () => {
      for await (const text of recordedLines(pages(), question, keep)) if (text) break;
    },
    'a\nb\n',
  ],
  [
    'whose roster fails',
    () => listOf(recordedLines(pages(new Error('closed')), question, keep)).catch(() => undefined),
    'a\nb\nc\n',
  ],
])('a reader %s is recorded with what it got, as incomplete', async (_what, read, text) => {
  kept.length = 0;
  await read();
  expect(kept).toEqual([{ question, rows: text.length / 2, digest: digestOf(text), isComplete: false }]);
});

const kept: BulkDelivery[] = [];
function keep(bulk: BulkDelivery): Promise<void> {
  kept.push(bulk);
  return Promise.resolve();
}
