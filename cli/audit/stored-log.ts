import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { ChainRow, KeptHead } from '../../subgraphs/_kit/audit/verify-chain.js';
import type { KeptHeads } from '../../subgraphs/_kit/audit/verify-log.js';
import { COPIED_COLUMNS, decodeRows } from './binary-rows.js';

const HEADS_FILE = /^([0-9a-f-]{36})\.heads\.jsonl$/;

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
  const files = await readdir(folder).catch(() => []);
  const { rows } = await keeper.query<{ writer: string }>(
    'select distinct writer::text from audit_head where agency = $1',
    [agency],
  );
  const inFiles = files.flatMap((name) => HEADS_FILE.exec(name)?.[1] ?? []);
  const kept = new Set(rows.map(({ writer }) => writer));
  return {
    writers: new Set([...inFiles, ...kept]),
    async of(writer) {
      return [
        ...(inFiles.includes(writer) ? await headsInFile(join(folder, `${writer}.heads.jsonl`)) : []),
        ...(kept.has(writer) ? await headsInDatabase(keeper, agency, writer) : []),
      ];
    },
  };
}

async function headsInFile(path: string): Promise<KeptHead[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  return lines.flatMap((line): KeptHead[] => {
    try {
      return [{ ...(JSON.parse(line) as KeptHead), keptIn: 'FILE' }];
    } catch {
      // The last line of a process that was killed while it wrote.
      return [];
    }
  });
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
