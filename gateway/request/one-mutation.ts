import {
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { TYPENAME } from './authorize.js';
import { Refusal } from './refusal.js';

/**
 * A mutation has one field: each is a transaction of its agency, and of two one could count and the other fail, which
 * no repetition puts right.
 *
 * @throws {Refusal} GRAPHQL_VALIDATION_FAILED
 */
export function assertOneMutation(
  { operation, selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  if (operation !== OperationTypeNode.MUTATION || countFields(selectionSet, fragments) <= 1) return;
  throw new Refusal('GRAPHQL_VALIDATION_FAILED', [{ message: 'A mutation has one field.' }]);
}

function countFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) count += selection.name.value === TYPENAME ? 0 : 1;
    else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) count += countFields(fragment.selectionSet, fragments);
    }
  }
  return count;
}
