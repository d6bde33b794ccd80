import { HubError } from '../errors.js';
import type { AccessEntry } from './access-entry.js';
import type { ChainHead } from './audit-head.js';
import { openChain, type Chain } from './chain.js';

/** An entry that is not durable by then is refused: a subgraph call's deadline is 3 s. */
export const DEFAULT_PATIENCE_MS = 1500;
/** Entries of one INSERT; more would hold up those that come meanwhile. */
const MAX_BATCH = 500;
/** Nothing was written for so long: whether it still could be is worth trying. */
const REHEARSE_AFTER_MS = 3000;
const REHEARSE_FAILING_AFTER_MS = 1000;
/** What may wait; beyond it the database is too slow, and refusing at once is kinder than refusing late. */
const MAX_WAITING = 10_000;

export interface ChainWriter {
  /** Resolves when the entry is durable. @throws {HubError} AUDIT_UNAVAILABLE otherwise, when the writer's patience ends. */
  append(entry: AccessEntry): Promise<void>;
  /** Whether the last entry, or the last rehearsal of one, came to stand. Asked after a while, it has one rehearsed. */
  isWritable(): boolean;
  /** @returns the heads of all chains that have grown since the last call, ended ones too */
  takeHeads(): readonly ChainHead[];
  /** Waits for what is under way; accepts nothing more. */
  close(): Promise<void>;
}

interface Waiting {
  /** Nothing for a rehearsal. */
  readonly entry: AccessEntry | undefined;
  /** Milliseconds of `performance.now()`. */
  readonly deadline: number;
  resolve(): void;
  reject(cause: HubError): void;
}

/**
 * The one writer of an agency in a process. Entries that arrive while an INSERT is under way go together in the next
 * one, so the wait for the disk is shared.
 *
 * After a failure nobody knows whether the last batch came to stand: its callers are refused, the connection is
 * dropped, and the next entry begins a new chain on a new connection. So no chain ever forks, and the writer recovers
 * without anybody's help.
 *
 * @param databaseUrl the agency's database as its serving role; the writer keeps a connection of its own
 * @param patienceMs how long an entry may take
 */
export function createChainWriter(databaseUrl: string, patienceMs = DEFAULT_PATIENCE_MS): ChainWriter {
  const waiting: Waiting[] = [];
  const grown = new Map<string, ChainHead>();
  let chain: Chain | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let isWorking = false;
  let isFailing = false;
  // Asked for the first time, it looks: so the connection stands before the first caller comes.
  let lastTriedAt = -Infinity;
  let isClosed = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) await commitNext();
    // Together with the last look at the queue, or an entry that comes in between would wait for the next one.
    isWorking = false;
  }

  async function commitNext(): Promise<void> {
    let batch = waiting;
    try {
      if (!chain?.isOpen) {
        const opened = openChain(databaseUrl, patienceMs);
        chain = await before(waiting[0], opened, () => void opened.then((late) => late.drop()).catch(ignore));
      }
      batch = waiting.splice(0, MAX_BATCH);
      const head = await before(batch[0], write(chain, batch));
      if (head) grown.set(head.writer, head);
      isFailing = false;
      for (const { resolve } of batch) resolve();
    } catch {
      isFailing = true;
      chain?.drop();
      chain = undefined;
      // Without a connection nobody's entry can be written; else only this batch is in doubt.
      for (const { reject } of batch.splice(0)) reject(new HubError('AUDIT_UNAVAILABLE'));
    }
    lastTriedAt = performance.now();
  }

  function enqueue(entry: AccessEntry | undefined): Promise<void> {
    if (isClosed || waiting.length >= MAX_WAITING) return Promise.reject(new HubError('AUDIT_UNAVAILABLE'));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ entry, deadline: performance.now() + patienceMs, resolve, reject });
    if (!isWorking) {
      isWorking = true;
      underWay = work();
    }
    return promise;
  }

  return {
    append: enqueue,
    isWritable() {
      const restMs = isFailing ? REHEARSE_FAILING_AFTER_MS : REHEARSE_AFTER_MS;
      if (!isWorking && performance.now() - lastTriedAt > restMs) enqueue(undefined).catch(ignore);
      return !isFailing;
    },
    takeHeads() {
      const heads = [...grown.values()];
      grown.clear();
      return heads;
    },
    async close() {
      isClosed = true;
      await underWay;
      await chain?.end();
    },
  };
}

const ignore = () => undefined;

async function write(chain: Chain, batch: readonly Waiting[]): Promise<ChainHead | undefined> {
  const entries = batch.flatMap(({ entry }) => entry ?? []);
  if (entries.length > 0) return chain.insert(entries);
  await chain.rehearse();
  return undefined;
}

/** Waits no longer than the first of a batch may; those behind it came later. */
async function before<T>(
  first: Waiting | undefined,
  result: Promise<T>,
  late: () => void = ignore,
): Promise<T> {
  result.catch(ignore);
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const giveUp = () => {
    late();
    reject(new HubError('AUDIT_UNAVAILABLE'));
  };
  const waitMs = Math.max(0, (first?.deadline ?? 0) - performance.now());
  // An answer that arrived while the process was busy is read before the time is called.
  const timer = setTimeout(() => (immediate = setImmediate(giveUp)), waitMs);
  let immediate: NodeJS.Immediate | undefined;
  try {
    return await Promise.race([result, timeout]);
  } finally {
    clearTimeout(timer);
    clearImmediate(immediate);
  }
}
