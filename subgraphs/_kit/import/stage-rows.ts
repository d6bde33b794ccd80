import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { createColumnCipher, WITHOUT_COLUMN_KEY } from '../identity/column-cipher.js';
import { nameKeyOf } from '../identity/name-key.js';
import { isResidentIdNumber } from '../identity/resident-id-number.js';
import { createStudentIdentifier } from '../identity/student-id.js';
import type { ImportTables } from './apply-import.js';
import { copyLine } from './copy-text.js';
import type { ImportTools } from './import-definition.js';
import type { ImportOptions } from './import-options.js';
import type { OpenedTable } from './open-table.js';
import { readRow, type ReadRow, type RejectedRow } from './read-rows.js';
import type { RowWarning } from './row-problems.js';
import { copyText, createStagingTable } from './staging.js';

const BATCH_ROWS = 2_000;

/** Columns of a staged row that become its `imported_row`. */
const PROVENANCE = {
  from_number_id: 'text',
  from_name_key: 'text',
  from_sex: 'text',
  from_birth_date: 'date',
  from_row_digest: 'text',
  from_scopes: 'jsonb',
  from_import_id: 'uuid',
  from_line: 'integer',
} as const;

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
  const { list, orm, agency, onReject, onProgress } = options;
  const entity = list.entity as never;
  await client.query(SEEN_TABLE);
  const staging = await createStagingTable(client, orm, entity, PROVENANCE);
  const writer = createRowWriter(importId, options);
  const warnings = new Map<RowWarning, number>();
  const seen = new Set<string>();
  let rows = 0;
  let rejected = 0;
  let unidentified = 0;
  let keys: string[] = [];
  let batch: ReadRow[] = [];

  async function flush(): Promise<void> {
    await copyText(client, COPY_SEEN, keys.map((key) => copyLine(SEEN_COLUMNS, { key })).join(''));
    const known = await knownDigests(client, list.list, batch);
    const changed = batch
      .map((row) => ({ row, digest: writer.digestOf(row) }))
      .filter(({ row, digest }) => known.get(row.sourceKey) !== digest);
    await staging.copy(changed.map(({ row, digest }) => writer.rowOf(row, digest)));
    keys = [];
    batch = [];
    onProgress(rows + rejected);
  }

  for await (const given of file.rows) {
    const row = withoutRepeating(seen, readRow(given, fieldOfColumn, list), list.recordNumber);
    if (row.sourceKey !== null && !seen.has(row.sourceKey)) {
      seen.add(row.sourceKey);
      keys.push(row.sourceKey);
    }
    if ('reasons' in row) {
      rejected += 1;
      if (row.sourceKey === null) unidentified += 1;
      await onReject(row, file);
    } else {
      rows += 1;
      batch.push(row);
      for (const warning of row.warnings) warnings.set(warning, (warnings.get(warning) ?? 0) + 1);
    }
    if (keys.length >= BATCH_ROWS) await flush();
  }
  await flush();
  const { tableName } = orm.getMetadata().get(entity) as { tableName: string };
  const tables = {
    agency,
    list: list.list,
    table: tableName,
    columns: staging.columns,
    staged: staging.name,
  };
  return { tables, rows, rejected, unidentified, warnings };
}

const SEEN_TABLE = 'create temporary table seen_row (source_key text) on commit drop';
const COPY_SEEN = 'copy seen_row (source_key) from stdin';
const SEEN_COLUMNS = [{ property: 'key', isJson: false }];

function withoutRepeating(
  seen: ReadonlySet<string>,
  row: ReadRow | RejectedRow,
  recordNumber: string,
): ReadRow | RejectedRow {
  if (row.sourceKey === null || !seen.has(row.sourceKey) || 'reasons' in row) return row;
  const { line, cells, sourceKey } = row;
  return { line, cells, sourceKey, reasons: [{ field: recordNumber, problem: 'RECORD_REPEATED' }] };
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

/** Makes what is stored of a row. */
function createRowWriter(importId: string, { agency, list, keys }: ImportOptions) {
  const identifier = createStudentIdentifier(keys.digest);
  const cipher = keys.column ? createColumnCipher(keys.column, agency) : WITHOUT_COLUMN_KEY;
  const idOfNumber = (number: string | null) =>
    number !== null && isResidentIdNumber(number) ? identifier.ofNumber(number) : null;
  const tools: ImportTools = {
    idOfNumber,
    opaqueKey: (kind, key) => identifier.provisional(agency, `${kind}:${key}`),
    seal: (plain, column) => cipher.seal(plain, column),
  };
  return {
    digestOf: ({ values }: ReadRow) =>
      createHmac('sm3', keys.digest)
        .update(`row:${JSON.stringify(Object.entries(values))}`)
        .digest('base64url'),
    rowOf({ values, person, sourceKey, line }: ReadRow, digest: string): object {
      const numberId = idOfNumber(person.residentIdNumber);
      return {
        studentId: numberId ?? identifier.provisional(agency, sourceKey),
        sourceKey,
        ...(list.rowOf(values as never, tools) as object),
        from_number_id: numberId,
        from_name_key: nameKeyOf(person.name),
        from_sex: person.sex,
        from_birth_date: person.birthDate,
        from_row_digest: digest,
        from_scopes: list.scopesOf(values as never),
        from_import_id: importId,
        from_line: line,
      };
    },
  };
}
