import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { selectColumns } from './select-columns.js';

/**
 * Starts a select of plain rows, named by property, to which conditions, order and limit are added as SQL.
 * The rows are read within the request's connection and session context.
 */
export function selectRows<Row extends object>(
  em: EntityManager,
  entity: EntitySchema<Row>,
): SelectQueryBuilder<Record<string, Record<string, unknown>>, string, Row> {
  const metadata = em.getMetadata().get<Row>(entity);
  const db = em.getKysely() as unknown as Kysely<Record<string, Record<string, unknown>>>;
  return db.selectFrom(metadata.tableName).select(sql.raw(selectColumns(metadata)) as never) as never;
}
