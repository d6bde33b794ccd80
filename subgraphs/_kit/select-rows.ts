import type { EntityManager, EntitySchema } from '@mikro-orm/postgresql';
import type { SelectQueryBuilder } from 'kysely';
import { namedColumns } from './select-columns.js';

/**
 * Starts a select of plain rows, named by property, to which conditions, order and limit are added as SQL.
 * The rows are read within the request's connection and session context.
 */
export function selectRows<Row extends object>(
  em: EntityManager,
  entity: EntitySchema<Row>,
): SelectQueryBuilder<Record<string, Record<string, unknown>>, string, Row> {
  const metadata = em.getMetadata().get<Row>(entity);
  const db = em.getKysely<Record<string, Record<string, unknown>>>();
  return db.selectFrom(metadata.tableName).select(namedColumns(metadata)).$castTo<Row>();
}
