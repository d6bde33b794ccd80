import type pg from 'pg';
import type { StudentIdentifier } from '../identity/student-id.js';
import type { SplitGround } from '../student/student-split.entity.js';
import type { ImportTables } from './import-tables.js';

/** A row that speaks of the very person whom another list of the agency keeps apart on its number stands with it. */
export async function standWithThoseKeptApart(client: pg.Client, tables: ImportTables): Promise<void> {
  const { rows } = await client.query<{ sourceKey: string; studentId: string }>(`
    select distinct on (incoming.from_source_key)
      incoming.from_source_key as "sourceKey", split.student_id as "studentId"
    from "${tables.staged}" incoming
    join student_split split on split.number_id = incoming.from_number_id
    join imported_row apart on apart.student_id = split.student_id
    where (apart.list, apart.source_key) <> ('${tables.list}', incoming.from_source_key)
      and apart.name_key = incoming.from_name_key
      and coalesce(apart.sex = incoming.from_sex, true)
      and coalesce(apart.birth_date = incoming.from_birth_date, true)
    order by incoming.from_source_key, split.student_id`);
  for (const { sourceKey, studentId } of rows) await moveRow(client, tables, sourceKey, studentId);
}

interface ApartRow {
  readonly sourceKey: string;
  readonly childKey: string;
  readonly numberId: string;
  readonly grounds: readonly SplitGround[];
}

/**
 * Two rows on one number that disagree on birth date, sex or whole name are two persons: all but the one that was there
 * first stand under an id of their own, until a person decides.
 */
export async function keepApart(
  client: pg.Client,
  tables: ImportTables,
  identifier: StudentIdentifier,
): Promise<void> {
  const { agency, list, staged } = tables;
  const { rows } = await client.query<ApartRow>(`
    with numbers as (
      select own.number_id from imported_row own
      where own.list = '${list}' and own.number_id in (select from_number_id from "${staged}")
      group by own.number_id having count(*) > 1),
    holders as (
      select own.*, incoming.from_child_key as child_key, first_value(own.source_key) over (
        partition by own.number_id
        order by own.student_id <> own.number_id, incoming.from_source_key is not null, own.source_key
      ) as first_key
      from imported_row own join numbers using (number_id)
      left join "${staged}" incoming on incoming.from_source_key = own.source_key
      where own.list = '${list}')
    select holder.source_key as "sourceKey", holder.child_key as "childKey", holder.number_id as "numberId", array_remove(array[
        case when holder.birth_date <> first.birth_date then 'BIRTH_DATE' end,
        case when holder.sex <> first.sex then 'SEX' end,
        case when holder.name_key <> first.name_key then 'NAME' end], null) as grounds
    from holders holder join imported_row first on first.list = holder.list and first.source_key = holder.first_key
    where holder.student_id = holder.number_id
      and (holder.birth_date, holder.sex, holder.name_key) <> (first.birth_date, first.sex, first.name_key)
    order by holder.source_key`);
  for (const { sourceKey, childKey, numberId, grounds } of rows) {
    const apart = identifier.provisional(agency, childKey);
    await client.query(
      `insert into student_split (source_key, student_id, number_id, grounds) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [childKey, apart, numberId, grounds],
    );
    await moveRow(client, tables, sourceKey, apart);
  }
  await forgetSplitsWithoutRows(client);
}

/** A row that got a number of its own, or is gone, is no longer kept apart. */
async function forgetSplitsWithoutRows(client: pg.Client): Promise<void> {
  await client.query(`
    delete from student_split split using affected where split.student_id = affected.student_id
      and not exists (select from imported_row own where own.student_id = split.student_id)`);
}

async function moveRow(
  client: pg.Client,
  { list, table, keptBy, staged }: ImportTables,
  sourceKey: string,
  studentId: string,
): Promise<void> {
  const isRow = (row: string) =>
    (keptBy ?? ['id'])
      .map((column) => `${row}.${column} = incoming.${keptBy ? column : 'from_row_id'}`)
      .join(' and ');
  await client.query(
    `update ${table} own set student_id = $2 from "${staged}" incoming
     where incoming.from_source_key = $1 and ${isRow('own')}`,
    [sourceKey, studentId],
  );
  await client.query('update imported_row set student_id = $3 where list = $1 and source_key = $2', [
    list,
    sourceKey,
    studentId,
  ]);
  await client.query('insert into affected values ($1, false)', [studentId]);
}
