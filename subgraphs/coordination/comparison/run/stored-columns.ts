import type { EntityMetadata, EntitySchema } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

type MetadataOf = (entity: EntitySchema) => EntityMetadata;

/**
 * `insert into` an entity's table what a JSON value holds by property name, so that a county's results become rows
 * within the database.
 *
 * @param element SQL of the JSON objects, one for each row, as `element`
 */
export function insertFromJson(
  entity: EntitySchema,
  metadataOf: MetadataOf,
  element: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { tableName, props } = metadataOf(entity);
  const stored = props.filter(({ fieldNames, autoincrement }) => fieldNames?.length === 1 && !autoincrement);
  const names = stored.map(({ fieldNames }) => `"${fieldNames[0]}"`).join(', ');
  const values = stored.map(({ name, columnTypes }) => valueOf(name, columnTypes[0] ?? 'text')).join(', ');
  return sql`insert into ${sql.table(tableName)} (${sql.raw(names)})
    select ${sql.raw(values)} from ${element}`;
}

function valueOf(property: string, type: string): string {
  if (type === 'jsonb') return `nullif(element -> '${property}', 'null'::jsonb)`;
  if (type.endsWith('[]'))
    return `array(select jsonb_array_elements_text(element -> '${property}'))::${type}`;
  return `(element ->> '${property}')::${type}`;
}
