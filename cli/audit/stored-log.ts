import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readHeadFile, writersWithFiles } from '../../subgraphs/_kit/audit/head-files.js';
import type { ChainRow, KeptHead } from '../../subgraphs/_kit/audit/verify-chain.js';
import type { KeptHeads } from '../../subgraphs/_kit/audit/verify-log.js';
import { COPIED_COLUMNS, decodeRows } from './binary-rows.js';

/**
 * An agency's log as its owner reads it: chain by chain, by `seq`, as it stood at one moment.
 * @param client can't be asked anything else until all is read
 */
export async function* storedRows(client: Client): AsyncGenerator<readonly ChainRow[]> {
  // The rows lie nearly in this order; a sort of millions would go over the disk.
  await client.query('set enable_sort = off');
  const order = 'order by log.writer, log.seq';
  const text = `copy (select ${COPIED_COLUMNS} from access_log log ${order}) to stdout (format binary)`;
  yield* decodeRows(client.query(copyTo(text)));
}

export interface HeadPlaces {
  readonly agency: string;
  /** Folder of the agency's own files of heads. */
  readonly folder: string;
  /** The database of the agency that keeps its heads. */
  readonly keeper: Client;
}

/** Everything that was signed of an agency's log, from both places. */
export async function storedHeads({ agency, folder, keeper }: HeadPlaces): Promise<KeptHeads> {
  const inFiles = await writersWithFiles(folder);
  const { rows } = await keeper.query<{ writer: string }>(
    'select distinct writer::text from audit_head where agency = $1',
    [agency],
  );
  const kept = new Set(rows.map(({ writer }) => writer));
  return {
    writers: new Set([...inFiles, ...kept]),
    async of(writer) {
      return [
        ...(inFiles.includes(writer) ? await headsInFile(folder, writer) : []),
        ...(kept.has(writer) ? await headsInDatabase(keeper, agency, writer) : []),
      ];
    },
  };
}

async function headsInFile(folder: string, writer: string): Promise<KeptHead[]> {
  return (await readHeadFile(folder, writer)).map((head) => ({ ...head, keptIn: 'FILE' }));
}

async function headsInDatabase(keeper: Client, agency: string, writer: string): Promise<KeptHead[]> {
  const { rows } = await keeper.query<KeptHead & { seq: string }>(
    `select agency, writer::text, seq::text, hash, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       key_id as "keyId", public_key as "publicKey", signature
     from audit_head where agency = $1 and writer = $2 order by audit_head.seq`,
    [agency, writer],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), keptIn: 'OTHER_AGENCY' }));
}
