import type DataLoader from 'dataloader';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from './request-context.js';
import { selectRows } from './select-rows.js';

export interface RowsByKeyOptions {
  /** SQL `order by` list over the table's columns. */
  readonly orderBy: RawBuilder<unknown>;
  /** What rows must meet beside the key, for example that their child is within reach. */
  readonly where?: RawBuilder<boolean>;
}

/** Plain rows that hang from a parent by its key, one statement for all parents of a request. */
export function createRowsByKeyLoader<Row extends object, Key extends keyof Row & string>(
  { em, createLoader }: LoaderContext,
  entity: EntitySchema<Row>,
  key: Key,
  { orderBy, where = sql<boolean>`true` }: RowsByKeyOptions,
): DataLoader<string, readonly Row[]> {
  const metadata = em.getMetadata().get<Row>(entity);
  const column = metadata.props.find(({ name }) => String(name) === key)?.fieldNames[0] ?? key;
  return createLoader(async (keys) => {
    const rows = await selectRows(em, entity)
      .where(sql<boolean>`${sql.ref(column)} = any(${keys}::text[])`)
      .where(where)
      .orderBy(orderBy)
      .execute();
    const byKey = Map.groupBy(rows as Row[], (row) => String(row[key]));
    return keys.map((wanted) => byKey.get(wanted) ?? []);
  });
}
