import type DataLoader from 'dataloader';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { LoaderContext } from './request-context.js';
import { selectColumns } from './select-columns.js';

/** Plain rows of reference tables by their key, one statement for all keys of a request; null where there is none. */
export function createKeyLoader<Row extends object, Key extends keyof Row & string>(
  { em, db, createLoader }: LoaderContext,
  entity: EntitySchema<Row>,
  key: Key,
): DataLoader<Row[Key] & string, Row | null> {
  const metadata = em.getMetadata().get<Row>(entity);
  const column = metadata.props.find(({ name }) => String(name) === key)?.fieldNames[0] ?? key;
  const text = `select ${selectColumns(metadata)} from "${metadata.tableName}" where "${column}" = any($1)`;
  return createLoader(async (keys) => {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [keys]));
    const byKey = new Map(rows.map((row) => [row[key], row]));
    return keys.map((wanted) => byKey.get(wanted) ?? null);
  });
}
