import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { ChainRow, KeptHead } from '../../subgraphs/_kit/audit/verify-chain.js';
import type { KeptHeads } from '../../subgraphs/_kit/audit/verify-log.js';

const PAGE_ROWS = 5000;
const HEADS_FILE = /^([0-9a-f-]{36})\.heads\.jsonl$/;

type RowCells = [string, string, string, string, string, string, string, string];

/** An agency's log as its owner reads it: chain by chain, by `seq`, some thousand rows at a time. */
export async function* storedRows(client: Client): AsyncGenerator<readonly ChainRow[]> {
  let page = readPage(client, undefined);
  for (;;) {
    const rows = await page;
    const last = rows.at(-1);
    if (!last) return;
    // The database reads the next page while this one is being checked.
    page = readPage(client, last);
    yield rows;
  }
}

async function readPage(client: Client, after: ChainRow | undefined): Promise<ChainRow[]> {
  const { rows } = await client.query<RowCells>({
    rowMode: 'array',
    text: `select writer::text, seq::text, previous_hash, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        actor, array_to_string(students, ','), entry, hash
      from access_log log where $1::uuid is null or (log.writer, log.seq) > ($1::uuid, $2::bigint)
      order by log.writer, log.seq limit ${PAGE_ROWS}`,
    values: [after?.writer ?? null, after?.seq ?? null],
  });
  return rows.map(([writer, seq, previousHash, at, actor, students, entry, hash]) => ({
    writer,
    seq: Number(seq),
    previousHash,
    at,
    actor,
    students,
    entry,
    hash,
  }));
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
