import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { AccessEntry } from './access-entry.js';
import type { ChainHead } from './audit-head.js';
import { CHAIN_START, entryHash } from './entry-hash.js';

/** By this the database's activity view shows the connection. */
export const WRITER_APPLICATION = 'hub-access-log';

/** One chain on one connection. */
export interface Chain {
  /** False once the connection is gone. */
  readonly isOpen: boolean;
  /** @returns the new head, once all entries are durable. */
  insert(entries: readonly AccessEntry[]): Promise<ChainHead>;
  /** Does what an INSERT has to do, and takes it back. */
  rehearse(): Promise<void>;
  /** Gives up the connection, whatever is under way on it. */
  drop(): void;
  end(): Promise<void>;
}

const INSERT = {
  name: 'append-to-access-log',
  text: `insert into access_log (writer, seq, at, entry, students, actor, previous_hash, hash)
    select $1::uuid, row.seq, row.at, row.entry, string_to_array(row.students, ','), row.actor, row.previous_hash, row.hash
    from unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
      as row (seq, at, entry, students, actor, previous_hash, hash)`,
};

/** Breaks off for want of the right, of the table or of room, as an entry would. */
const REHEARSAL = `insert into access_log (writer, seq, at, entry, students, actor, previous_hash, hash)
  values (gen_random_uuid(), 0, now(), '', '{}', '', '', '')`;

/**
 * Connects and begins a chain under a new writer id.
 *
 * @param timeoutMs a statement that the writer has given up must not go on waiting in the database
 */
export async function openChain(databaseUrl: string, timeoutMs: number): Promise<Chain> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    application_name: WRITER_APPLICATION,
    // "Durable" must not depend on how the role or the server happens to be set.
    options: '-c synchronous_commit=on',
  });
  let isOpen = true;
  const drop = () => {
    isOpen = false;
    // With a statement under way this closes the socket at once; a server that hangs is not waited for.
    client.end().catch(() => undefined);
  };
  client.on('error', drop);
  client.on('end', () => (isOpen = false));
  await client.connect();

  const writer = randomUUID();
  let seq = 0;
  let previousHash = CHAIN_START;

  return {
    get isOpen() {
      return isOpen;
    },
    async insert(entries) {
      const columns = toColumns(writer, seq, previousHash, entries);
      const { seqs, ats, entries: texts, students, actors, previousHashes, hashes } = columns;
      const values = [
        writer,
        list(seqs),
        list(ats),
        texts,
        students,
        actors,
        list(previousHashes),
        list(hashes),
      ];
      await client.query({ ...INSERT, values });
      seq += entries.length;
      previousHash = columns.hashes.at(-1) ?? previousHash;
      return { writer, seq, hash: previousHash };
    },
    async rehearse() {
      // In one message, so that nothing of another statement comes in between.
      await client.query(`begin; ${REHEARSAL}; rollback`);
    },
    drop,
    end: () => client.end(),
  };
}

/** An array of what needs no quotation marks; the driver would look through every character for them. */
const list = (values: readonly (number | string)[]) => `{${values.join(',')}}`;

function toColumns(writer: string, after: number, start: string, entries: readonly AccessEntry[]) {
  const columns = {
    seqs: [] as number[],
    ats: [] as string[],
    entries: [] as string[],
    students: [] as string[],
    actors: [] as string[],
    previousHashes: [] as string[],
    hashes: [] as string[],
  };
  let previousHash = start;
  let seq = after;
  for (const { at, actor, students, text } of entries) {
    seq += 1;
    const named = students.join(',');
    const hash = entryHash({ writer, seq, previousHash, at, actor, students: named, entry: text });
    columns.seqs.push(seq);
    columns.ats.push(at);
    columns.entries.push(text);
    columns.students.push(named);
    columns.actors.push(actor);
    columns.previousHashes.push(previousHash);
    columns.hashes.push(hash);
    previousHash = hash;
  }
  return columns;
}
