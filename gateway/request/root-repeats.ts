import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from './limits.js';
import { Refusal } from './refusal.js';

/**
 * One root field under many names is a list of guesses in one request: of ID numbers, of ids, of codes.
 *
 * @throws {Refusal} LIMIT_EXCEEDED when a root field is asked more often than the limit
 */
export function assertFewRepeats(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { rootRepeats }: Pick<Limits, 'rootRepeats'>,
): void {
  const keysByField = new Map<string, Set<string>>();
  gather(selectionSet);
  if ([...keysByField.values()].some(({ size }) => size > rootRepeats)) throw new Refusal('LIMIT_EXCEEDED');

  function gather({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const { name, alias } = selection;
        const keys = keysByField.get(name.value) ?? new Set();
        keysByField.set(name.value, keys.add((alias ?? name).value));
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment) gather(fragment.selectionSet);
      }
    }
  }
}
