import { hash } from 'node:crypto';

/** What the first entry of a chain follows on. */
export const CHAIN_START = '0'.repeat(64);

/** One row of `access_log` without its own hash; `at` as ISO 8601 in UTC with milliseconds. */
export interface UnhashedEntry {
  readonly writer: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly at: string;
  readonly actor: string;
  /** Separated by commas, which no digest contains. */
  readonly students: string;
  readonly entry: string;
}

/**
 * SHA-256 over the whole row. The columns that the log is searched by are covered too, or an access could be hidden
 * from a search without touching the entry. Parts are parted by lines; the only free text has its length before it.
 */
export function entryHash({ writer, seq, previousHash, at, actor, students, entry }: UnhashedEntry): string {
  return hash(
    'sha256',
    `${writer}\n${seq}\n${previousHash}\n${at}\n${actor.length}:${actor}\n${students}\n${entry}`,
    'hex',
  );
}
