import type pg from 'pg';
import type { StudentIdentifier } from '../identity/student-id.js';
import type { ImportTables } from './import-tables.js';
import { keepApart, standWithThoseKeptApart } from './keep-apart.js';
import { KEY_SEPARATOR } from './read-rows.js';

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
 * Rows that a complete file no longer holds; rejected rows are kept as they were.
 *
 * `seen_row` has the key of every row of the file.
 */
function goneRows({ table, list, keptBy }: ImportTables): string {
  return keptBy
    ? `${table} gone where not ${SEEN(keyOf('gone', keptBy))}`
    : `${table} gone where not exists (
        select from imported_row own join seen_row seen using (source_key)
        where own.list = '${list}' and own.row_id = gone.id)`;
}

/** What would happen; nothing is changed yet. */
export async function countChanges(client: pg.Client, tables: ImportTables): Promise<ImportCounts> {
  const { table, list, keptBy, staged, isComplete } = tables;
  const isStored = keptBy
    ? `exists (select from ${table} own where ${keyOf('own', keptBy)} = incoming.from_source_key)`
    : `exists (select from imported_row own join ${table} kept on kept.id = own.row_id
        where own.list = '${list}' and own.source_key = incoming.from_source_key)`;
  const { rows } = await client.query<ImportCounts>(`
    select (select count(*)::int from ${table}) as before,
      ${isComplete ? `(select count(*)::int from ${goneRows(tables)})` : '0'} as removed,
      count(*) filter (where is_stored)::int as changed, count(*) filter (where not is_stored)::int as added
    from (select ${isStored} as is_stored from "${staged}" incoming) as given`);
  return rows[0] ?? { before: 0, added: 0, changed: 0, removed: 0 };
}

/** Stores what is staged: the list's rows, where each came from, who is kept apart, and where the children belong. */
export async function applyImport(
  client: pg.Client,
  tables: ImportTables,
  identifier: StudentIdentifier,
): Promise<void> {
  const { list, staged, isComplete } = tables;
  const isTouched = `(exists (select from "${staged}" incoming where incoming.from_source_key = own.source_key)
    ${isComplete ? `or not ${SEEN('own.source_key')}` : ''})`;
  await client.query(`
    create temporary table affected on commit drop as
    select student_id, exists (
        select from imported_row own where own.list = '${list}' and own.student_id = named.student_id) as was_listed
    from (
      select student_id from imported_row own where list = '${list}' and student_id is not null and ${isTouched}
      union select from_student_id from "${staged}" where from_student_id is not null) named`);
  if (isComplete) {
    await client.query(`delete from ${goneRows(tables)}`);
    await client.query(
      `delete from imported_row gone where gone.list = '${list}' and not ${SEEN('gone.source_key')}`,
    );
  }
  await storeRows(client, tables);
  await noteProvenance(client, tables);
  await standWithThoseKeptApart(client, tables);
  await keepApart(client, tables, identifier);
  await placeChildren(client);
}

async function storeRows(
  client: pg.Client,
  { table, list, columns, keptBy, staged }: ImportTables,
): Promise<void> {
  if (!keptBy)
    await client.query(`
      update "${staged}" incoming set from_row_id = coalesce(
        (select own.row_id from imported_row own where own.list = '${list}' and own.source_key = incoming.from_source_key),
        nextval(pg_get_serial_sequence('${table}', 'id')))`);
  const key = keptBy ?? ['id'];
  const into = keptBy ? columns : ['id', ...columns];
  const from = keptBy ? columns : ['from_row_id', ...columns];
  const updates = columns.filter((column) => !key.includes(column));
  await client.query(`
    insert into ${table} (${into.join(', ')}) select ${from.join(', ')} from "${staged}"
    on conflict (${key.join(', ')}) do update set ${updates.map((column) => `${column} = excluded.${column}`).join(', ')}`);
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

/** LOCAL scopes of every child that the import touched, from all lists of the agency. */
async function placeChildren(client: pg.Client): Promise<void> {
  await client.query(`
    delete from student_scope scope using affected
    where scope.student_id = affected.student_id and scope.origin = 'LOCAL'`);
  await client.query(`
    insert into student_scope (student_id, kind, code, origin, canonical_id)
    select distinct own.student_id, place.kind, place.code, 'LOCAL', coalesce(
      (select known.canonical_id from student_scope known where known.student_id = own.student_id limit 1), own.student_id)
    from imported_row own, jsonb_to_recordset(own.scopes) place (kind text, code text)
    where own.student_id in (select student_id from affected)`);
}
