import type { Logger } from '../log.js';
import type { HeadSigner, SignedHead } from './audit-head.js';
import type { ChainWriter } from './chain-writer.js';
import { createHeadFiles } from './head-files.js';

const EVERY_MS = 1000;

export interface HeadKeeperOptions {
  readonly writer: Pick<ChainWriter, 'takeHeads'>;
  readonly signer: HeadSigner;
  /** Where `<writer>.heads.jsonl` files go. */
  readonly folder: string;
  /** Sends heads to where this agency can't change them; without it they stand in the files alone. */
  readonly anchor?: (heads: readonly SignedHead[]) => Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface HeadKeeper {
  /** Signs the heads that have grown and writes them; also done every second. */
  keep(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Signs how far each chain has come, since a chain alone doesn't show that its end was cut off. What was signed goes to
 * a file and to another agency.
 */
export function createHeadKeeper(options: HeadKeeperOptions): HeadKeeper {
  const { writer, signer, folder, anchor, now, log } = options;
  const files = createHeadFiles(folder);
  /** By writer, here and below: what waits can be left out once a later head is there, which says all that it said. */
  const unwritten = new Map<string, SignedHead>();
  const unsent = new Map<string, SignedHead>();
  let writing: Promise<void> = Promise.resolve();
  let sending: Promise<void> | undefined;
  let isFull = false;
  let isAway = false;
  let thinnedOn = '';

  function keep(): Promise<void> {
    const at = now();
    for (const grown of writer.takeHeads()) {
      const head = signer.sign(grown, at);
      unwritten.set(head.writer, head);
      unsent.set(head.writer, head);
    }
    writing = writing.then(() => write(at));
    // The file never waits for the other agency.
    sending ??= send().finally(() => (sending = undefined));
    return writing;
  }

  async function write(at: Date): Promise<void> {
    try {
      for (const head of [...unwritten.values()]) {
        await files.append(head);
        if (unwritten.get(head.writer) === head) unwritten.delete(head.writer);
      }
      isFull = false;
      const day = at.toISOString().slice(0, 10);
      if (day !== thinnedOn) await files.thin(at);
      thinnedOn = day;
    } catch {
      if (!isFull) log.error('heads of the access log could not be written to their file');
      isFull = true;
    }
  }

  async function send(): Promise<void> {
    if (!anchor || unsent.size === 0) return;
    const heads = [...unsent.values()];
    try {
      await anchor(heads);
      for (const head of heads) if (unsent.get(head.writer) === head) unsent.delete(head.writer);
      isAway = false;
    } catch {
      // Once, not every second until the other agency is back.
      if (!isAway) log.warn('heads of the access log wait to be sent to the other agency');
      isAway = true;
    }
  }

  const timer = setInterval(() => void keep(), EVERY_MS).unref();
  return {
    keep,
    async close() {
      clearInterval(timer);
      await sending;
      await keep();
      await sending;
    },
  };
}
