import type { EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { isResidentIdNumber } from '../identity/resident-id-number.js';
import type { ImportedList, ImportTools, RecordReference } from './import-definition.js';
import type { ReadRow, RejectedRow } from './read-rows.js';

/** A row whose records are found. */
export interface ResolvedRow extends ReadRow {
  /** What its references are stored as, by field. */
  readonly stored: Readonly<Record<string, string>>;
  /** Id under which the child stands that the row names by the agency's own number; null where none does. */
  readonly knownChildId: string | null;
}

export type RowResolver = (rows: readonly ReadRow[]) => Promise<readonly (ResolvedRow | RejectedRow)[]>;

/** Looks up, for a batch of rows at once, the records and children that they name. */
export function createRowResolver(
  client: pg.Client,
  orm: MikroORM,
  list: ImportedList,
  tools: ImportTools,
): RowResolver {
  const references = Object.entries(list.references);
  const finders = references.map(([field, reference]) => ({
    field,
    find: createFinder(client, orm, reference, tools),
  }));
  const children = list.people.map((people) => createChildFinder(client, orm, people));

  return async (rows) => {
    const found = new Map<string, ReadonlyMap<string, string>>();
    for (const { field, find } of finders) found.set(field, await find(textsOf(rows, field)));
    const known = new Map<string, string>();
    for (const find of children)
      for (const [number, id] of await find(textsOf(rows, 'childNumber')))
        if (!known.has(number)) known.set(number, id);
    return rows.map((row) => resolved(row, found, known));
  };
}

function resolved(
  row: ReadRow,
  found: ReadonlyMap<string, ReadonlyMap<string, string>>,
  known: ReadonlyMap<string, string>,
): ResolvedRow | RejectedRow {
  const { line, cells, sourceKey, values, understood } = row;
  const stored: Record<string, string> = {};
  for (const [field, records] of found) {
    const written = values[field];
    if (typeof written !== 'string') continue;
    const record = records.get(written);
    if (record === undefined)
      return { line, cells, sourceKey, reasons: [{ field, problem: 'RECORD_UNKNOWN' }] };
    stored[field] = record;
  }
  const { child } = understood;
  const knownChildId = known.get(child?.childNumber ?? '') ?? null;
  if (child !== null && knownChildId === null && !isTellable(child))
    return {
      line,
      cells,
      sourceKey,
      reasons: [{ field: 'residentIdNumber', problem: 'CHILD_UNTELLABLE' }],
    };
  const warnings =
    knownChildId === null ? row.warnings : row.warnings.filter((warning) => warning !== 'NUMBER_MISSING');
  return { ...row, warnings, stored, knownChildId };
}

function isTellable({ residentIdNumber, sex, birthDate }: NonNullable<ReadRow['understood']['child']>) {
  const isNumbered = residentIdNumber !== null && isResidentIdNumber(residentIdNumber);
  return isNumbered || (sex !== null && birthDate !== null);
}

function textsOf(rows: readonly ReadRow[], field: string): string[] {
  const texts = rows.map(({ values }) => values[field]).filter((value) => typeof value === 'string');
  return [...new Set(texts)];
}

type Finder = (written: readonly string[]) => Promise<ReadonlyMap<string, string>>;

function createFinder(
  client: pg.Client,
  orm: MikroORM,
  { entity, namedBy, storedAs }: RecordReference,
  tools: ImportTools,
): Finder {
  const { table, columnOf } = namesOf(orm, entity);
  const stored = columnOf(namedBy[0]);
  const named = namedBy.map(columnOf);
  const statement = `select ${stored} as stored, array[${named.join(', ')}] as names from ${table}
    where ${named.map((column) => `${column} = any($1)`).join(' or ')}`;
  return async (written) => {
    const names = new Map(written.map((text) => [storedAs?.(text, tools) ?? text, text]));
    if (names.size === 0) return new Map();
    const { rows } = await client.query<{ stored: string; names: (string | null)[] }>(statement, [
      [...names.keys()],
    ]);
    return new Map(
      rows.flatMap((row) =>
        row.names.flatMap((name) => {
          const text = name === null ? undefined : names.get(name);
          return text === undefined ? [] : [[text, row.stored] as const];
        }),
      ),
    );
  };
}

function createChildFinder(client: pg.Client, orm: MikroORM, people: EntitySchema): Finder {
  const { table, columnOf } = namesOf(orm, people);
  const number = columnOf('sourceKey');
  return async (written) => {
    if (written.length === 0) return new Map();
    const { rows } = await client.query<{ number: string; id: string }>(
      `select ${number} as number, student_id as id from ${table} where ${number} = any($1)`,
      [written],
    );
    return new Map(rows.map(({ number: found, id }) => [found, id]));
  };
}

/** Names of a table and of its properties' columns, quoted. */
export function namesOf(orm: MikroORM, entity: EntitySchema) {
  const { tableName, properties } = orm.getMetadata().get(entity);
  const columnOf = (property: string) => {
    const column = properties[property]?.fieldNames[0];
    if (column === undefined) throw new Error(`${tableName} has no column for ${property}.`);
    return `"${column}"`;
  };
  return { table: `"${tableName}"`, columnOf, has: (property: string) => property in properties };
}
