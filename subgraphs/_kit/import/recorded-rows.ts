import type pg from 'pg';
import type { ImportTables } from './import-tables.js';

/** SQL: whether a mutation filled a column of a row. @param column quoted, as `ImportTables` has them */
export function isRecorded(row: string, recordedIn: string, column: string): string {
  return `${row}.${recordedIn} ? '${column.slice(1, -1)}'`;
}

/** SQL: the row was made by a mutation, which filled its key, or named who made it. */
export function isMadeHere(row: string, { keptBy, recorded, recordedBy }: ImportTables): string {
  if (recordedBy) return `${row}.${recordedBy} is not null`;
  const [key] = keptBy ?? [];
  return recorded && key ? isRecorded(row, recorded.in, key) : 'false';
}

/** What a file's row makes of a column that stands, as an assignment; undefined where it makes nothing of it. */
export function valueAfter(column: string, { recorded, recordedBy, fact }: ImportTables): string | undefined {
  if (column === recorded?.in || column === recordedBy) return undefined;
  if (column === recorded?.version) return `${column} = own.${column} + 1`;
  const isKept = [
    ...(recorded ? [isRecorded('own', recorded.in, column)] : []),
    ...(recordedBy && fact.length > 0 ? [`own.${recordedBy} is not null`] : []),
  ];
  if (isKept.length === 0) return `${column} = excluded.${column}`;
  return `${column} = case when ${isKept.join(' or ')}
    then coalesce(excluded.${column}, own.${column}) else excluded.${column} end`;
}

/** Whom a mutation named in a row, it is about: a file's row may know the child by less, and give it another id. */
export async function standWithRecorded(client: pg.Client, tables: ImportTables): Promise<void> {
  const { table, columns, keptBy, recorded, staged } = tables;
  if (!recorded || !keptBy || !columns.includes('"student_id"')) return;
  await client.query(`
    update "${staged}" incoming set student_id = own.student_id, from_student_id = own.student_id from ${table} own
    where ${keptBy.map((column) => `own.${column} = incoming.${column}`).join(' and ')}
      and ${isRecorded('own', recorded.in, '"student_id"')}`);
}
