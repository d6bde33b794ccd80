import type { EntitySchema } from '@mikro-orm/postgresql';
import type { LoaderContext } from '../request-context.js';

/** Who filled a column of a row by a mutation, and on which day; by the name of the column. */
export type RecordedFacts = Readonly<Record<string, { readonly by: string; readonly on: string }>>;

/**
 * What a table that files fill too keeps of a mutation, in a column that its list names as `recorded`.
 * @param facts properties that the mutation fills
 */
export function recordedFacts<Row extends object>(
  { em, caller, today }: Pick<LoaderContext, 'em' | 'caller' | 'today'>,
  entity: EntitySchema<Row>,
  facts: Partial<Row>,
): RecordedFacts {
  const { props } = em.getMetadata().get<Row>(entity);
  const filled = { by: caller.subject, on: today };
  return Object.fromEntries(
    props
      .filter(({ name }) => Object.hasOwn(facts, name))
      .flatMap(({ fieldNames }) => fieldNames.map((column) => [column, filled])),
  );
}
