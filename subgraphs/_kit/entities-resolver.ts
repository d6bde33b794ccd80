import type { GraphQLSchema } from 'graphql';
import type { EntityReference } from './define-subgraph.js';
import { HubError } from './errors.js';
import type { RequestContext } from './request-context.js';

/** More than a page of representations in one call is somebody enumerating, not a query plan. */
const MAX_REPRESENTATIONS = 1_000;

/**
 * Replaces the library's `_entities`, which ends the process when one list holds both an unknown type name
 * and a reference that rejects. Here every representation fails alone, as an error in its own place.
 */
export function resolveEntitiesSafely(
  schema: GraphQLSchema,
  references: Readonly<Record<string, EntityReference>>,
): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  if (!field) throw new Error('The subgraph schema has no _entities field.');
  field.resolve = (
    _root,
    { representations }: { representations: unknown[] },
    context: RequestContext<never>,
  ) => {
    if (representations.length > MAX_REPRESENTATIONS) throw new HubError('LIMIT_EXCEEDED');
    return representations.map((representation) => resolveOne(representation, references, context));
  };
}

async function resolveOne(
  representation: unknown,
  references: Readonly<Record<string, EntityReference>>,
  context: RequestContext<never>,
): Promise<object | Error | null> {
  try {
    if (typeof representation !== 'object' || representation === null) throw new HubError('BAD_USER_INPUT');
    const key = representation as Record<string, unknown>;
    const typeName = key['__typename'];
    const reference =
      typeof typeName === 'string' && Object.hasOwn(references, typeName) ? references[typeName] : undefined;
    if (!reference)
      throw new HubError('BAD_USER_INPUT', 'The representation names no entity of this agency.');
    const entity = await reference.resolve(key, context);
    if (!entity) throw new HubError('NOT_FOUND');
    return { ...entity, __typename: typeName };
  } catch (cause) {
    // An Error as a list element becomes a null with its own path; a rejection would end the whole list.
    return cause instanceof Error ? cause : new HubError('INTERNAL_SERVER_ERROR');
  }
}
