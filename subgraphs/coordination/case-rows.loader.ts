import DataLoader from 'dataloader';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectColumns } from '../_kit/select-columns.js';

/**
 * Rows that belong to a case or plan by its number, for all of a request in one statement. Whoever holds the number
 * has the case from a list or a child that was within reach.
 * @param orderBy SQL `order by` list over the table's columns.
 */
export function createNumberLoader<Row extends object, Key extends keyof Row & string>(
  { em, db }: LoaderContext,
  entity: EntitySchema<Row>,
  key: Key,
  orderBy: string,
): DataLoader<string, Row[]> {
  const metadata = em.getMetadata().get<Row>(entity);
  const column = metadata.props.find(({ name }) => String(name) === key)?.fieldNames[0] ?? key;
  const text = `select ${selectColumns(metadata)} from "${metadata.tableName}" where "${column}" = any($1) order by ${orderBy}`;
  return new DataLoader(async (numbers) => {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [numbers]));
    const byNumber = Map.groupBy(rows, (row) => String(row[key]));
    return numbers.map((number) => byNumber.get(number) ?? []);
  });
}
