import type pg from 'pg';
import { CHILD_KEY } from './child-fields.js';
import type { ImportedList } from './import-definition.js';
import type { ImportTables } from './import-tables.js';

/** Properties by which a file's row is known to say what a mutation recorded of the child; none where nothing tells. */
export function factIn({ recordedBy, fact, key, keptBy, entity }: ImportedList): readonly string[] {
  if (!recordedBy) return [];
  if (fact) return fact;
  const told = keptBy ? [] : key.filter((field) => !CHILD_KEY.some((name) => name === field));
  return told.every((field) => field in entity.meta.properties) ? told : [];
}

/**
 * SQL: rows of the file that say what a mutation recorded, each with one such row, which no other row of a file is.
 * @returns null where nothing tells
 */
export function sameFacts({ table, list, keptBy, recordedBy, fact, staged }: ImportTables): string | null {
  if (!recordedBy || fact.length === 0) return null;
  const [key] = keptBy ?? [];
  const isTaken = `exists (select from imported_row taken where taken.list = '${list}'
    and ${key ? `taken.source_key = own.${key}` : 'taken.row_id = own.id'})`;
  const isStored = key
    ? `exists (select from ${table} stored where stored.${key} = incoming.from_source_key)`
    : `exists (select from imported_row known join ${table} stored on stored.id = known.row_id
        where known.list = '${list}' and known.source_key = incoming.from_source_key)`;
  return `
    select distinct on (pair.row_id) pair.row_id, pair.source_key from (
      select distinct on (incoming.from_source_key) incoming.from_source_key as source_key, own.id as row_id
      from "${staged}" incoming join ${table} own on own.student_id = incoming.student_id
        and ${fact.map((column) => `own.${column} = incoming.${column}`).join(' and ')}
      where own.${recordedBy} is not null and not ${isTaken} and not ${isStored}
      order by incoming.from_source_key, own.id) pair
    order by pair.row_id, pair.source_key`;
}

/** What a mutation recorded and a file says too is one row: counted twice, a child would have left twice. */
export async function joinSameFacts(client: pg.Client, tables: ImportTables): Promise<void> {
  const { table, keptBy, staged } = tables;
  const pairs = sameFacts(tables);
  if (pairs === null) return;
  const [key] = keptBy ?? [];
  await client.query(
    key
      ? `update ${table} own set ${key} = pair.source_key from (${pairs}) pair where own.id = pair.row_id`
      : `update "${staged}" incoming set from_row_id = pair.row_id from (${pairs}) pair
         where incoming.from_source_key = pair.source_key`,
  );
}
