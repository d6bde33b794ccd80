import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { isSignedHead } from '../../subgraphs/_kit/audit/audit-head.js';
import { headFileName } from '../../subgraphs/_kit/audit/head-files.js';
import type { KeptHead, VerifyOptions } from '../../subgraphs/_kit/audit/verify-chain.js';
import { storedHeads, type HeadPlaces } from './stored-log.js';

/** Entries of one DELETE; more would hold up the writer behind them. */
const BATCH = 10_000;

export interface PrunePlaces extends HeadPlaces {
  /** The agency's database, as its owner: nobody else may delete. */
  readonly log: Client;
}

export interface PrunedLog {
  readonly entries: number;
  /** Writers of chains that are gone altogether. */
  readonly endedChains: number;
  /** Writers of chains that are not what was signed of them; nothing of those is deleted. */
  readonly refused: readonly string[];
}

/**
 * Deletes what need not be kept any more, from the beginning of each chain up to a signed head: from there the rest can
 * still be checked, and the head says that what is missing was old enough. Of chains that end before the time, all goes,
 * their heads too.
 */
export async function pruneLog(places: PrunePlaces, options: VerifyOptions): Promise<PrunedLog> {
  const { log, agency } = places;
  const heads = await storedHeads(places);
  const { rows } = await log.query<{ writer: string; isOver: boolean }>(
    'select writer::text, max(at) < $1 as "isOver" from access_log group by writer',
    [options.expiredBefore],
  );
  let entries = 0;
  let endedChains = 0;
  const refused: string[] = [];
  for (const { writer, isOver } of rows) {
    const head = lastExpired(await heads.of(writer), options);
    if (head && !(await agrees(log, head))) {
      refused.push(writer);
      continue;
    }
    const through = isOver ? null : head?.seq;
    if (through !== undefined) entries += await deleteEntries(log, writer, through);
    if (!isOver && head) await deleteHeads(places, writer, head.seq);
  }
  const left = new Set(rows.filter(({ isOver }) => !isOver).map(({ writer }) => writer));
  for (const writer of heads.writers) {
    const kept = await heads.of(writer);
    const isGone = !left.has(writer) && !refused.includes(writer);
    if (!isGone || kept.some(({ at }) => at >= options.expiredBefore.toISOString())) continue;
    await deleteHeads(places, writer, Infinity);
    await rm(join(places.folder, headFileName(writer)), { force: true });
    endedChains += 1;
  }
  return { entries, endedChains, refused };

  /** A log that was tampered with is evidence. */
  async function agrees(client: Client, { writer, seq, hash }: KeptHead): Promise<boolean> {
    const found = await client.query<{ hash: string }>(
      'select hash from access_log where writer = $1 and seq = $2',
      [writer, seq],
    );
    // Deleted by an earlier run, when there is none.
    return found.rows.every((row) => row.hash === hash);
  }

  async function deleteHeads({ keeper }: HeadPlaces, writer: string, before: number): Promise<void> {
    await keeper.query('delete from audit_head where agency = $1 and writer = $2 and seq < $3::float8', [
      agency,
      writer,
      before,
    ]);
  }
}

function lastExpired(
  heads: readonly KeptHead[],
  { isOwnKey, expiredBefore }: VerifyOptions,
): KeptHead | undefined {
  return heads
    .filter(({ at, keyId }) => at < expiredBefore.toISOString() && isOwnKey(keyId))
    .toSorted((left, right) => right.seq - left.seq)
    .find((head) => isSignedHead(head));
}

/** @param through place of the last one that goes; null for all */
async function deleteEntries(log: Client, writer: string, through: number | null): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await log.query(
      `delete from access_log where writer = $1 and seq in (
         select seq from access_log where writer = $1 and seq <= coalesce($2::bigint, seq) order by seq limit ${BATCH})`,
      [writer, through],
    );
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return deleted;
  }
}
