import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../log.js';
import type { HeadSigner, SignedHead } from './audit-head.js';
import type { ChainWriter } from './chain-writer.js';

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
  /** By writer: while the other agency is away, the latest head says all that the earlier ones did. */
  const unsent = new Map<string, SignedHead>();
  let writing: Promise<void> = Promise.resolve();
  let sending: Promise<void> | undefined;
  let isAway = false;

  function keep(): Promise<void> {
    const heads = writer.takeHeads().map((head) => signer.sign(head, now()));
    for (const head of heads) unsent.set(head.writer, head);
    writing = writing.then(() => write(heads));
    // The file never waits for the other agency.
    sending ??= send().finally(() => (sending = undefined));
    return writing;
  }

  async function write(heads: readonly SignedHead[]): Promise<void> {
    if (heads.length === 0) return;
    try {
      await mkdir(folder, { recursive: true });
      for (const head of heads)
        await appendFile(join(folder, `${head.writer}.heads.jsonl`), `${JSON.stringify(head)}\n`);
    } catch {
      log.error('heads of the access log could not be written to their file');
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
