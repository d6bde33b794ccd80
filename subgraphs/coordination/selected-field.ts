import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

/** Whether the query selects a field of what the resolver returns, directly or through a fragment. */
export function selectsField(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  name: string,
): boolean {
  const selects = (selections: readonly SelectionNode[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet.selections);
      return selects(fragments[selection.name.value]?.selectionSet.selections ?? []);
    });
  return fieldNodes.some(({ selectionSet }) => selects(selectionSet?.selections ?? []));
}
