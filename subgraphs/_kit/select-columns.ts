import type { EntityMetadata } from '@mikro-orm/postgresql';

type NamedColumn = `${string} as ${string}`;

function columnsOf<Row extends object>({
  props,
}: EntityMetadata<Row>): readonly (readonly [string, string])[] {
  return props.flatMap(({ fieldNames, name }) => {
    const [column, ...more] = fieldNames ?? [];
    return column !== undefined && more.length === 0 ? [[column, name] as const] : [];
  });
}

/** Columns under the names of their properties, as the query builder takes them. */
export function namedColumns<Row extends object>(metadata: EntityMetadata<Row>): readonly NamedColumn[] {
  return columnsOf(metadata).map(([column, name]): NamedColumn => `${column} as ${name}`);
}

/** Column list that names plain rows by property, so that lists need no hydration to read well. */
export function selectColumns<Row extends object>(metadata: EntityMetadata<Row>): string {
  return columnsOf(metadata)
    .map(([column, name]) => `"${column}" as "${name}"`)
    .join(', ');
}
