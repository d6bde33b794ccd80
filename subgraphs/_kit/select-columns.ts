import type { EntityMetadata } from '@mikro-orm/postgresql';

/** Column list that names plain rows by property, so that lists need no hydration to read well. */
export function selectColumns<Row extends object>({ props }: EntityMetadata<Row>): string {
  return props
    .filter(({ fieldNames }) => fieldNames?.length === 1)
    .map(({ fieldNames, name }) => `"${fieldNames[0]}" as "${name}"`)
    .join(', ');
}
