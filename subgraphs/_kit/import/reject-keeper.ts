import pg from 'pg';
import type { ColumnCipher } from '../identity/column-cipher.js';
import { serviceSession } from '../student/session-context.js';
import { REASON_HEADING, type ColumnMapping } from './column-mapping.js';
import { sealedFor, type KeptPart } from './kept-rejects.js';
import type { OpenedTable } from './open-table.js';
import type { RejectedRow } from './read-rows.js';
import { reasonOf } from './reject-reason.js';

/** Some 100 KB sealed at a time; memory stays at that, however many rows are rejected. */
const ROWS_IN_PART = 500;

/** Keeps what an import rejects, whatever becomes of the import itself. */
export interface RejectKeeper {
  /** @param table of the file that the row came from */
  keep(
    row: RejectedRow,
    table: Pick<OpenedTable, 'headings' | 'encoding' | 'format'>,
    importId: string,
  ): Promise<void>;
  /** Stores what was kept. */
  finish(): Promise<void>;
  /** Lets go of what was not stored. */
  close(): Promise<void>;
}

export interface RejectKeeperOptions {
  /** Address of the serving role. */
  readonly url: string;
  readonly list: string;
  readonly mapping: ColumnMapping;
  readonly cipher: ColumnCipher;
  readonly keptUntil: Date;
}

/** A connection of its own, since an import that rejects rows mostly stores nothing else; opened for the first row. */
export function createRejectKeeper({
  url,
  list,
  mapping,
  cipher,
  keptUntil,
}: RejectKeeperOptions): RejectKeeper {
  let client: pg.Client | undefined;
  let open: { readonly importId: string; readonly part: KeptPart } | undefined;
  let parts = 0;

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('begin');
    for (const [name, value] of Object.entries(serviceSession))
      await client.query('select set_config($1, $2, true)', [name, value]);
    return client;
  }

  async function storePart(): Promise<void> {
    if (!open) return;
    const { importId, part } = open;
    open = undefined;
    await (
      await connected()
    ).query(
      `insert into import_rejected_part (import_id, part, list, rows, kept_until, sealed) values ($1, $2, $3, $4, $5, $6)`,
      [
        ...[importId, parts, list, part.rows.length, keptUntil],
        cipher.seal(JSON.stringify(part), sealedFor(importId, parts)),
      ],
    );
    parts += 1;
  }

  return {
    async keep(row, { headings, encoding, format }, importId) {
      // A file that was sent back before has its old reasons.
      const given = (cells: readonly string[]) =>
        cells.filter((_, column) => headings[column] !== REASON_HEADING);
      open ??= {
        importId,
        part: { format, encoding, headings: [...given(headings), REASON_HEADING], rows: [] },
      };
      open.part.rows.push([...given(row.cells), reasonOf(row, mapping)]);
      if (open.part.rows.length >= ROWS_IN_PART) await storePart();
    },
    async finish() {
      await storePart();
      await client?.query('commit');
    },
    async close() {
      await client?.end();
    },
  };
}
