import type pg from 'pg';
import { ANALYZE } from '../analyze-written.js';
import type { StudentIdentifier } from '../identity/student-id.js';
import type { ImportTables } from './import-tables.js';
import { keepApart, standWithThoseKeptApart } from './keep-apart.js';
import { placeChildren } from './place-children.js';
import { KEY_SEPARATOR } from './read-rows.js';
import { joinSameFacts, sameFacts } from './same-facts.js';
import { isMadeHere, standWithRecorded, valueAfter } from './recorded-rows.js';

export interface ImportCounts {
  readonly before: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const SEEN = (key: string) => `exists (select from seen_row seen where seen.source_key = ${key})`;

/** Key of a row as its own columns have it. */
function keyOf(row: string, columns: readonly string[]): string {
  const [first, ...others] = columns.map((column) => `${row}.${column}`);
  return others.length === 0 ? `${first}` : `concat_ws('${KEY_SEPARATOR}', ${[first, ...others].join(', ')})`;
}

/**
 * Rows that a complete file no longer holds; rejected rows are kept as they were, and so is what a mutation made.
 *
 * `seen_row` has the key of every row of the file.
 */
function goneRows(tables: ImportTables): string {
  const { table, list, keptBy } = tables;
  return keptBy
    ? `${table} gone where not ${SEEN(keyOf('gone', keptBy))} and not (${isMadeHere('gone', tables)})`
    : `${table} gone where not exists (
        select from imported_row own join seen_row seen using (source_key)
        where own.list = '${list}' and own.row_id = gone.id) and not (${isMadeHere('gone', tables)})`;
}

/** What would happen; nothing is changed yet. */
export async function countChanges(client: pg.Client, tables: ImportTables): Promise<ImportCounts> {
  const { table, list, keptBy, staged, isComplete } = tables;
  // A semi-join of its own each: the planner hashes it, however many rows the file has.
  const isStored = keptBy
    ? `exists (select from ${table} own where ${keyOf('own', keptBy)} = incoming.from_source_key)`
    : `exists (select from imported_row own join ${table} kept on kept.id = own.row_id
        where own.list = '${list}' and own.source_key = incoming.from_source_key)`;
  const recorded = sameFacts(tables);
  const isRecorded = recorded
    ? `or incoming.from_source_key in (select source_key from (${recorded}) pair)`
    : '';
  const { rows } = await client.query<ImportCounts & { readonly staged: number }>(`
    select (select count(*)::int from ${table}) as before,
      ${isComplete ? `(select count(*)::int from ${goneRows(tables)})` : '0'} as removed,
      (select count(*)::int from "${staged}" incoming where ${isStored} ${isRecorded}) as changed,
      (select count(*)::int from "${staged}") as staged`);
  const { staged: all = 0, ...counts } = rows[0] ?? { before: 0, removed: 0, changed: 0 };
  return { ...counts, added: all - counts.changed };
}

/** Stores what is staged: the list's rows, where each came from, who is kept apart, and where the children belong. */
export async function applyImport(
  client: pg.Client,
  tables: ImportTables,
  identifier: StudentIdentifier,
): Promise<void> {
  const { table, list, isComplete } = tables;
  await standWithRecorded(client, tables);
  await noteAffected(client, tables);
  if (isComplete) {
    await client.query(`delete from ${goneRows(tables)}`);
    await client.query(
      `delete from imported_row gone where gone.list = '${list}' and not ${SEEN('gone.source_key')}`,
    );
  }
  await joinSameFacts(client, tables);
  await storeRows(client, tables);
  await noteProvenance(client, tables);
  await standWithThoseKeptApart(client, tables);
  await keepApart(client, tables, identifier);
  await placeChildren(client);
  await client.query(ANALYZE, [[table, 'imported_row', 'student_scope']]);
}

/** Every child of whom a row that comes, changes or goes says something, and whether the list named it before. */
async function noteAffected(client: pg.Client, { list, staged, isComplete }: ImportTables): Promise<void> {
  const gone = `union select student_id from imported_row own
    where list = '${list}' and student_id is not null and not ${SEEN('own.source_key')}`;
  await client.query(`
    create temporary table affected on commit drop as
    select named.student_id, listed.student_id is not null as was_listed
    from (
      select own.student_id from imported_row own join "${staged}" incoming on incoming.from_source_key = own.source_key
      where own.list = '${list}' and own.student_id is not null
      ${isComplete ? gone : ''}
      union select from_student_id from "${staged}" where from_student_id is not null) named
    left join (select distinct student_id from imported_row where list = '${list}') listed using (student_id)`);
}

async function storeRows(client: pg.Client, tables: ImportTables): Promise<void> {
  const { table, list, columns, keptBy, staged } = tables;
  if (!keptBy)
    await client.query(`
      update "${staged}" incoming set from_row_id = coalesce(from_row_id,
        (select own.row_id from imported_row own where own.list = '${list}' and own.source_key = incoming.from_source_key),
        nextval(pg_get_serial_sequence('${table}', 'id')))`);
  const key = keptBy ?? ['id'];
  const into = keptBy ? columns : ['id', ...columns];
  const from = keptBy ? columns : ['from_row_id', ...columns];
  const updates = columns
    .filter((column) => !key.includes(column))
    .flatMap((column) => valueAfter(column, tables) ?? []);
  await client.query(`
    insert into ${table} as own (${into.join(', ')}) select ${from.join(', ')} from "${staged}"
    on conflict (${key.join(', ')}) do update set ${updates.join(', ')}`);
}

const PROVENANCE_COLUMNS = [
  ...['source_key', 'student_id', 'number_id', 'name_key', 'sex', 'birth_date', 'row_digest', 'scopes'],
  ...['import_id', 'line', 'row_id'],
];

async function noteProvenance(client: pg.Client, { list, staged }: ImportTables): Promise<void> {
  const updates = PROVENANCE_COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`);
  await client.query(`
    insert into imported_row (list, ${PROVENANCE_COLUMNS.join(', ')})
    select '${list}', ${PROVENANCE_COLUMNS.map((column) => `from_${column}`).join(', ')} from "${staged}"
    on conflict (list, source_key) do update set ${updates.join(', ')}`);
}
