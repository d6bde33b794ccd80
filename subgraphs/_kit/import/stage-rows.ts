import type pg from 'pg';
import { dayInShanghai } from '../../../policies/iso-date.js';
import type { ImportTables } from './import-tables.js';
import { copyLine } from './copy-text.js';
import type { ImportOptions } from './import-options.js';
import type { OpenedTable } from './open-table.js';
import { readRow, type ReadRow, type RejectedRow } from './read-rows.js';
import { createRowResolver, namesOf } from './resolve-rows.js';
import type { RowWarning } from './row-problems.js';
import { createRowWriter, PROVENANCE } from './row-writer.js';
import { copyText, createStagingTable } from './staging.js';

const BATCH_ROWS = 2_000;

export interface StagedRows {
  readonly tables: ImportTables;
  /** Rows of the file that can be taken, unchanged ones too. */
  readonly rows: number;
  readonly rejected: number;
  /** Of them, those whose record number cannot be read: which stored row each of them is, nobody knows. */
  readonly unidentified: number;
  readonly warnings: ReadonlyMap<RowWarning, number>;
}

/** Reads the file into temporary tables: the key of every row, and of new and changed rows all that will be stored. */
export async function stageRows(
  client: pg.Client,
  file: OpenedTable,
  fieldOfColumn: readonly (string | null)[],
  importId: string,
  options: ImportOptions,
): Promise<StagedRows> {
  const { list, orm, agency, isComplete, onReject, onProgress } = options;
  await client.query(SEEN_TABLE);
  const staging = await createStagingTable(client, orm, list.entity, PROVENANCE);
  const writer = createRowWriter(importId, options);
  const resolve = createRowResolver(client, orm, list, writer.tools);
  const reader = { list, fieldOfColumn, tools: writer.tools, asOf: dayInShanghai(options.asOf) };
  const warnings = new Map<RowWarning, number>();
  const seen = new Set<string>();
  let rows = 0;
  let rejected = 0;
  let unidentified = 0;
  let keys: string[] = [];
  let batch: (ReadRow | RejectedRow)[] = [];

  async function flush(): Promise<void> {
    await copyText(client, COPY_SEEN, keys.map((key) => copyLine(SEEN_COLUMNS, { key })).join(''));
    const resolved = await resolve(batch.filter(isTaken));
    const taken = resolved.filter(isTaken);
    const refused = [...batch.filter(isRefused), ...resolved.filter(isRefused)];
    for (const row of refused.toSorted((one, other) => one.line - other.line))
      await onReject(row, file, importId);
    for (const warning of taken.flatMap((row) => row.warnings))
      warnings.set(warning, (warnings.get(warning) ?? 0) + 1);
    const known = await knownDigests(client, list.list, taken);
    const changed = taken
      .map((row) => ({ row, digest: writer.digestOf(row) }))
      .filter(({ row, digest }) => known.get(row.sourceKey) !== digest);
    await staging.copy(changed.map(({ row, digest }) => writer.rowOf(row, digest)));
    rows += taken.length;
    rejected += refused.length;
    unidentified += refused.filter(({ sourceKey }) => sourceKey === null).length;
    keys = [];
    batch = [];
    onProgress(rows + rejected);
  }

  for await (const given of file.rows) {
    const row = readRow(given, reader);
    if (row.sourceKey === null) batch.push(row);
    else if (seen.has(row.sourceKey)) batch.push(repeated(row, list.key[0] ?? ''));
    else {
      seen.add(row.sourceKey);
      keys.push(row.sourceKey);
      batch.push(row);
    }
    if (batch.length >= BATCH_ROWS) await flush();
  }
  await flush();
  const { table, columnOf } = namesOf(orm, list.entity);
  const tables = {
    agency,
    list: list.list,
    table,
    columns: staging.columns,
    keptBy: list.keptBy?.map(columnOf) ?? null,
    staged: staging.name,
    isComplete,
  };
  return { tables, rows, rejected, unidentified, warnings };
}

const SEEN_TABLE = 'create temporary table seen_row (source_key text) on commit drop';
const COPY_SEEN = 'copy seen_row (source_key) from stdin';
const SEEN_COLUMNS = [{ property: 'key', isJson: false }];

function isRefused(row: object): row is RejectedRow {
  return 'reasons' in row;
}

function isTaken<Row extends object>(row: Row): row is Exclude<Row, RejectedRow> {
  return !isRefused(row);
}

function repeated(row: ReadRow | RejectedRow, field: string): RejectedRow {
  if (isRefused(row)) return row;
  const { line, cells, sourceKey } = row;
  return { line, cells, sourceKey, reasons: [{ field, problem: 'RECORD_REPEATED' }] };
}

async function knownDigests(
  client: pg.Client,
  list: string,
  batch: readonly ReadRow[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; digest: string }>(
    `select source_key as key, row_digest as digest from imported_row where list = $1 and source_key = any($2)`,
    [list, batch.map(({ sourceKey }) => sourceKey)],
  );
  return new Map(rows.map(({ key, digest }) => [key, digest]));
}
