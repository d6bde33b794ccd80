import type pg from 'pg';
import { dayInShanghai } from '../../../policies/iso-date.js';
import type { ImportTables } from './import-tables.js';
import { copyLine } from './copy-text.js';
import { factIn } from './same-facts.js';
import type { ImportOptions } from './import-options.js';
import type { OpenedTable } from './open-table.js';
import { isRefused, isTaken, readBatches, type RowBatch } from './read-batches.js';
import type { ReadRow } from './read-rows.js';
import { createRowResolver, namesOf } from './resolve-rows.js';
import type { RowWarning } from './row-problems.js';
import { createRowWriter, PROVENANCE } from './row-writer.js';
import { copyText, createStagingTable } from './staging.js';

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
  let rows = 0;
  let rejected = 0;
  let unidentified = 0;

  async function store({ keys, rows: batch }: RowBatch): Promise<void> {
    // Only a complete file says of what it does not name that it is gone.
    if (isComplete)
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
    onProgress(rows + rejected);
  }

  await storeWhileReading(readBatches(file.rows, reader), store);
  const { table, columnOf } = namesOf(orm, list.entity);
  const tables = {
    agency,
    list: list.list,
    table,
    columns: staging.columns,
    keptBy: list.keptBy?.map(columnOf) ?? null,
    recordedBy: list.recordedBy && columnOf(list.recordedBy),
    fact: factIn(list).map(columnOf),
    recorded: list.recorded && {
      in: columnOf(list.recorded.in),
      version: list.recorded.version === undefined ? null : columnOf(list.recorded.version),
    },
    staged: staging.name,
    isComplete,
  };
  return { tables, rows, rejected, unidentified, warnings };
}

const SEEN_TABLE = 'create temporary table seen_row (source_key text) on commit drop';
const COPY_SEEN = 'copy seen_row (source_key) from stdin';
const SEEN_COLUMNS = [{ property: 'key', isJson: false }];

/** The database takes one batch while the next one is read; no more than these two are held. */
async function storeWhileReading(
  batches: AsyncIterable<RowBatch>,
  store: (batch: RowBatch) => Promise<void>,
): Promise<void> {
  let storing = Promise.resolve();
  try {
    for await (const batch of batches) {
      await storing;
      storing = store(batch);
      // It is heard of below or at the next batch, which may not be read yet.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
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
