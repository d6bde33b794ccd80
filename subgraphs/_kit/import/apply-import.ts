import type pg from 'pg';
import type { StudentIdentifier } from '../identity/student-id.js';
import type { SplitGround } from '../student/student-split.entity.js';

/** Names of the tables that an import works on. */
export interface ImportTables {
  readonly agency: string;
  readonly list: string;
  /** The list's own table, unquoted. */
  readonly table: string;
  /** Its columns, quoted. */
  readonly columns: readonly string[];
  /** New and changed rows: the table's columns, and those of `imported_row`. */
  readonly staged: string;
}

export interface ImportCounts {
  readonly before: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Rows that a complete file no longer holds; rejected rows are kept as they were.
 *
 * `seen_row` has the key of every row of the file.
 */
const GONE = (table: string) =>
  `"${table}" gone where not exists (select from seen_row seen where seen.source_key = gone.source_key)`;

/** What would happen; nothing is changed yet. */
export async function countChanges(
  client: pg.Client,
  { table, staged }: ImportTables,
): Promise<ImportCounts> {
  const { rows } = await client.query<ImportCounts>(`
    select (select count(*)::int from "${table}") as before,
      (select count(*)::int from ${GONE(table)}) as removed,
      count(own.source_key)::int as changed, (count(*) - count(own.source_key))::int as added
    from "${staged}" incoming left join "${table}" own using (source_key)`);
  return rows[0] ?? { before: 0, added: 0, changed: 0, removed: 0 };
}

/** Stores what is staged: the list's rows, where each came from, who is kept apart, and where the children belong. */
export async function applyImport(
  client: pg.Client,
  tables: ImportTables,
  identifier: StudentIdentifier,
): Promise<void> {
  const { table, list, columns, staged } = tables;
  await client.query(`
    create temporary table affected on commit drop as
    select student_id, exists (select from "${table}" own where own.student_id = named.student_id) as was_listed
    from (
      select student_id from "${table}" own where
        exists (select from "${staged}" incoming where incoming.source_key = own.source_key)
        or not exists (select from seen_row seen where seen.source_key = own.source_key)
      union select student_id from "${staged}") named`);
  await client.query(`
    delete from student_split split using imported_row own
    where own.list = '${list}' and own.source_key = split.source_key and (
      exists (select from "${staged}" incoming where incoming.source_key = own.source_key)
      or not exists (select from seen_row seen where seen.source_key = own.source_key))`);
  await client.query(`delete from ${GONE(table)}`);
  await client.query(`delete from ${GONE('imported_row')} and gone.list = '${list}'`);
  const updates = columns.filter((column) => column !== '"source_key"');
  await client.query(`
    insert into "${table}" (${columns.join(', ')}) select ${columns.join(', ')} from "${staged}"
    on conflict (source_key) do update set ${updates.map((column) => `${column} = excluded.${column}`).join(', ')}`);
  await client.query(`
    insert into imported_row (list, source_key, student_id, number_id, name_key, sex, birth_date, row_digest, scopes, import_id, line)
    select '${list}', source_key, student_id, from_number_id, from_name_key, from_sex, from_birth_date, from_row_digest,
      from_scopes, from_import_id, from_line
    from "${staged}"
    on conflict (list, source_key) do update set student_id = excluded.student_id, number_id = excluded.number_id,
      name_key = excluded.name_key, sex = excluded.sex, birth_date = excluded.birth_date, row_digest = excluded.row_digest,
      scopes = excluded.scopes, import_id = excluded.import_id, line = excluded.line`);
  await keepApart(client, tables, identifier);
  await placeChildren(client);
}

interface ApartRow {
  readonly sourceKey: string;
  readonly numberId: string;
  readonly grounds: readonly SplitGround[];
}

/**
 * Two rows on one number that disagree on birth date, sex or whole name are two persons: all but the one that was there
 * first stand under an id of their own, until a person decides.
 */
async function keepApart(
  client: pg.Client,
  { agency, list, table, staged }: ImportTables,
  identifier: StudentIdentifier,
): Promise<void> {
  const { rows } = await client.query<ApartRow>(`
    with numbers as (select distinct from_number_id as number_id from "${staged}" where from_number_id is not null),
    holders as (
      select own.*, first_value(own.source_key) over (
        partition by own.number_id
        order by own.student_id <> own.number_id, exists (select from "${staged}" incoming where incoming.source_key = own.source_key), own.source_key
      ) as first_key
      from imported_row own join numbers using (number_id) where own.list = '${list}')
    select holder.source_key as "sourceKey", holder.number_id as "numberId", array_remove(array[
        case when holder.birth_date <> first.birth_date then 'BIRTH_DATE' end,
        case when holder.sex <> first.sex then 'SEX' end,
        case when holder.name_key <> first.name_key then 'NAME' end], null) as grounds
    from holders holder join imported_row first on first.list = holder.list and first.source_key = holder.first_key
    where holder.student_id = holder.number_id
      and (holder.birth_date, holder.sex, holder.name_key) <> (first.birth_date, first.sex, first.name_key)`);
  for (const { sourceKey, numberId, grounds } of rows) {
    const apart = identifier.provisional(agency, sourceKey);
    await client.query(
      'insert into student_split (source_key, student_id, number_id, grounds) values ($1, $2, $3, $4)',
      [sourceKey, apart, numberId, grounds],
    );
    await client.query(`update "${table}" set student_id = $2 where source_key = $1`, [sourceKey, apart]);
    await client.query('update imported_row set student_id = $3 where list = $1 and source_key = $2', [
      list,
      sourceKey,
      apart,
    ]);
    await client.query('insert into affected values ($1, false)', [apart]);
  }
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
