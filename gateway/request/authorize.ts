import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  print,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { meets, type AccessRules } from './access-rules.js';

export const TYPENAME = '__typename';
const TYPENAME_FIELD: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: TYPENAME } };

export interface AuthorizeContext {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly scopes: ReadonlySet<string>;
}

/**
 * Removes what the caller may not ask, before planning, so that no agency is asked for it either. The sweep
 * puts the nulls and their errors back. Fragments are inlined and repeated fields merged on the way: the
 * engine's projection concatenates a list that is selected twice.
 *
 * @returns the operation to execute, or undefined when nothing is left of it
 */
export function authorizeOperation(
  operation: OperationDefinitionNode,
  context: AuthorizeContext,
): OperationDefinitionNode | undefined {
  const root = context.schema.getRootType(operation.operation);
  if (!root) return undefined;
  const selections = rewrite([operation.selectionSet], root, context);
  if (selections.length === 0) return undefined;
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function rewrite(
  sets: readonly SelectionSetNode[],
  parent: GraphQLCompositeType,
  context: AuthorizeContext,
): SelectionNode[] {
  const merged = new Map<string, { field: FieldNode; directives: string; sets: SelectionSetNode[] }>();
  const conditional: InlineFragmentNode[] = [];
  let narrowed = false;

  function addField(field: FieldNode): void {
    const key = field.alias?.value ?? field.name.value;
    const directives = (field.directives ?? []).map(print).join(' ');
    const earlier = merged.get(key);
    if (!earlier)
      merged.set(key, { field, directives, sets: field.selectionSet ? [field.selectionSet] : [] });
    else if (earlier.directives === directives) {
      if (field.selectionSet) earlier.sets.push(field.selectionSet);
    } else {
      addFragment({ ...field, directives: [] }, field.directives ?? []);
    }
  }
  function addFragment(selection: SelectionNode, directives: readonly DirectiveNode[]): void {
    const selections = rewrite([{ kind: Kind.SELECTION_SET, selections: [selection] }], parent, context);
    if (selections.length) conditional.push(inlineFragment(selections, { directives }));
  }
  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (isAllowed(selection, parent, context)) addField(selection);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const typeName = fragment.typeCondition?.name.value ?? parent.name;
      const onlyIf = selection.directives ?? [];
      if (onlyIf.length === 0 && (typeName === parent.name || isObjectType(parent)))
        collect(fragment.selectionSet);
      else {
        const type = context.schema.getType(typeName);
        if (!isCompositeType(type)) continue;
        narrowed ||= typeName !== parent.name;
        const inner = isObjectType(parent) ? parent : type;
        const selections = rewrite([fragment.selectionSet], inner, context);
        if (selections.length) {
          conditional.push(inlineFragment(selections, { directives: onlyIf, typeName: inner.name }));
        }
      }
    }
  }

  for (const set of sets) collect(set);
  const fields = [...merged.values()].map(({ field, sets: inner }): FieldNode => {
    if (!inner.length) return field;
    const type = getNamedType(fieldType(parent, field));
    const selections = isCompositeType(type) ? rewrite(inner, type, context) : [];
    // The client still learns how many there are, although it may not see what is in them.
    if (!selections.length) selections.push(TYPENAME_FIELD);
    return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  });
  const selections: SelectionNode[] = [...fields, ...conditional];
  // The sweep must know which of the possible types it looks at.
  if (narrowed && isAbstractType(parent) && !merged.has(TYPENAME)) selections.push(TYPENAME_FIELD);
  return selections;
}

function isAllowed(
  field: FieldNode,
  parent: GraphQLCompositeType,
  { rules, scopes }: AuthorizeContext,
): boolean {
  const type = fieldType(parent, field);
  return !type || meets(scopes, rules.requirementsOf(parent, field.name.value, getNamedType(type).name));
}

function fieldType(parent: GraphQLCompositeType, field: FieldNode) {
  return 'getFields' in parent ? parent.getFields()[field.name.value]?.type : undefined;
}

function inlineFragment(
  selections: readonly SelectionNode[],
  { directives, typeName }: { directives: readonly DirectiveNode[]; typeName?: string },
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    directives,
    ...(typeName && { typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } } }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
