import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { entryHash, type UnhashedEntry } from '../../subgraphs/_kit/audit/entry-hash.js';
import type { ChainRow, KeptHead } from '../../subgraphs/_kit/audit/verify-chain.js';
import type { KeptHeads } from '../../subgraphs/_kit/audit/verify-log.js';
import { CommandError } from '../commands/command-error.js';

/** Lines of an export: an agency, then all that was signed of its log, then its rows. */
type ExportedLine =
  | { readonly agency: string }
  | { readonly head: KeptHead }
  | { readonly row: UnhashedEntry & Pick<ChainRow, 'hash'> };

const BATCH_ROWS = 5000;

export interface LogExport {
  begin(agency: string, heads: KeptHeads): Promise<void>;
  /** Passes the rows on, writing each batch before it is checked. */
  through(batches: AsyncIterable<readonly ChainRow[]>): AsyncIterable<readonly ChainRow[]>;
  end(): Promise<void>;
}

/** Writes what `hub verify-audit FILE` reads, one JSON object a line. */
export function createExport(path: string): LogExport {
  const stream = createWriteStream(path, { mode: 0o600 });
  return {
    async begin(agency, heads) {
      await write(stream, [{ agency }]);
      for (const writer of heads.writers)
        await write(
          stream,
          (await heads.of(writer)).map((head) => ({ head })),
        );
    },
    async *through(batches) {
      for await (const rows of batches) {
        await write(
          stream,
          rows.map((row) => ({ row: { ...row.content(), hash: row.hash } })),
        );
        yield rows;
      }
    },
    async end() {
      stream.end();
      await finished(stream);
    },
  };
}

async function write(stream: WriteStream, lines: readonly ExportedLine[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (!stream.write(text)) await once(stream, 'drain');
}

export interface ExportedLog {
  readonly agency: string;
  readonly heads: KeptHeads;
  readonly batches: AsyncIterable<readonly ChainRow[]>;
}

/** Reads an export agency by agency; each one's rows have to be read before the next agency is asked for. */
export async function* exportedLogs(path: string): AsyncGenerator<ExportedLog> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })[
    Symbol.asyncIterator
  ]();
  let number = 0;
  const next = async (): Promise<ExportedLine | undefined> => {
    const line = await lines.next();
    number += 1;
    if (line.done) return undefined;
    try {
      return JSON.parse(line.value) as ExportedLine;
    } catch {
      throw new CommandError(
        'EXPORT_DAMAGED',
        `Line ${number} of ${path} is not JSON: this is no export, or it is damaged.`,
      );
    }
  };

  let line = await next();
  while (line) {
    if (!('agency' in line))
      throw new CommandError('EXPORT_DAMAGED', `${path} is no export: it does not begin with an agency.`);
    const { agency } = line;
    const heads: KeptHead[] = [];
    for (line = await next(); line && 'head' in line; line = await next()) heads.push(line.head);
    yield { agency, heads: keptHeads(heads), batches: rowsFromHere() };
  }

  async function* rowsFromHere(): AsyncGenerator<readonly ChainRow[]> {
    let batch: ChainRow[] = [];
    for (; line && 'row' in line; line = await next()) {
      const { row } = line;
      batch.push({ ...row, contentHash: entryHash(row), content: () => row });
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

function keptHeads(heads: readonly KeptHead[]): KeptHeads {
  const byWriter = Map.groupBy(heads, ({ writer }) => writer);
  return { writers: [...byWriter.keys()], of: (writer) => Promise.resolve(byWriter.get(writer) ?? []) };
}
