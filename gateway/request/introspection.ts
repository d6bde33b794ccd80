import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Refusal } from './refusal.js';

/** Scope that lets a caller read the schema, by introspection or from what is wrong with a query. */
export const SCHEMA_READ_SCOPE = 'hub.schema.read';

const META_FIELDS = new Set(['__schema', '__type']);

/**
 * @returns whether the operation asks for the schema
 * @throws {Refusal} GRAPHQL_VALIDATION_FAILED when it asks for records too: the engine would answer one of
 * the two without the other
 */
export function readIntrospection(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  const names = [...rootFieldNames(operation.selectionSet, fragments)].filter(
    (name) => name !== '__typename',
  );
  const meta = names.filter((name) => META_FIELDS.has(name));
  if (!meta.length) return false;
  if (meta.length === names.length) return true;
  const message = 'Introspection stands in an operation of its own.';
  throw new Refusal('GRAPHQL_VALIDATION_FAILED', [{ message }]);
}

function* rootFieldNames(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Generator<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) yield* rootFieldNames(fragment.selectionSet, fragments);
    }
  }
}
