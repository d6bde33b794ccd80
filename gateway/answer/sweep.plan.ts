import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { meets } from '../request/access-rules.js';
import { TYPENAME, type AuthorizeContext } from '../request/authorize.js';
import type { SeamMap } from './seam-map.js';

/** `variable` undefined: the condition was a literal that is never met. */
export interface Condition {
  readonly variable: string | undefined;
  readonly wanted: boolean;
}

/** A selected field that the sweep looks at; fields whose null is nobody's concern are not planned. */
export interface PlannedField {
  readonly key: string;
  readonly type: GraphQLOutputType;
  readonly nonNull: boolean;
  /** The field is selected when all conditions of any one occurrence hold. */
  readonly occurrences: readonly (readonly Condition[])[];
  /** Concrete types that the selection is narrowed to, when the parent is abstract. */
  readonly onTypes: ReadonlySet<string> | undefined;
  readonly denied: boolean;
  /** The agency to blame when the field is null and nobody said why. */
  readonly agency: string | undefined;
  readonly inside: SweepPlan | undefined;
}

export interface SweepPlan {
  readonly fields: readonly PlannedField[];
  /** `__typename` was added for the hub's own use and must not reach the client. */
  readonly dropTypename: boolean;
}

interface ConditionalSet {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

interface Occurrence {
  readonly field: FieldNode;
  readonly parent: GraphQLCompositeType;
  readonly conditions: readonly Condition[];
  readonly onTypes: ReadonlySet<string> | undefined;
}

/** @returns what to check in an answer to this operation, or undefined when there is nothing */
export function planSweep(
  operation: OperationDefinitionNode,
  context: AuthorizeContext & { readonly seams: SeamMap },
): SweepPlan | undefined {
  const root = context.schema.getRootType(operation.operation);
  return root ? planSelections([{ set: operation.selectionSet, conditions: [] }], root, context) : undefined;
}

function planSelections(
  sets: readonly ConditionalSet[],
  parent: GraphQLCompositeType,
  context: AuthorizeContext & { readonly seams: SeamMap },
): SweepPlan | undefined {
  const groups = new Map<string, Occurrence[]>();
  for (const { set, conditions } of sets) collect(set, parent, conditions, undefined, context, groups);
  const fields = [...groups.values()].flatMap((group) => planField(group, context) ?? []);
  const asked = [...groups.keys()].some((group) => group.startsWith(`${TYPENAME} `));
  const added = !asked && (isAbstractType(parent) || fields.some(({ denied }) => denied));
  return fields.length || added ? { fields, dropTypename: added } : undefined;
}

function collect(
  set: SelectionSetNode,
  parent: GraphQLCompositeType,
  conditions: readonly Condition[],
  onTypes: ReadonlySet<string> | undefined,
  context: AuthorizeContext,
  groups: Map<string, Occurrence[]>,
): void {
  for (const selection of set.selections) {
    const inner = [...conditions, ...readConditions(selection.directives ?? [])];
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const group = `${key} ${onTypes ? [...onTypes].join(' ') : ''}`;
      const occurrences = groups.get(group) ?? [];
      groups.set(group, [...occurrences, { field: selection, parent, conditions: inner, onTypes }]);
      continue;
    }
    const fragment: FragmentDefinitionNode | typeof selection | undefined =
      selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
    if (!fragment) continue;
    const type = fragment.typeCondition ? context.schema.getType(fragment.typeCondition.name.value) : parent;
    if (!isCompositeType(type)) continue;
    if (isObjectType(parent)) collect(fragment.selectionSet, parent, inner, onTypes, context, groups);
    else
      collect(
        fragment.selectionSet,
        type,
        inner,
        type === parent ? onTypes : typeNames(type, context),
        context,
        groups,
      );
  }
}

function planField(
  group: readonly Occurrence[],
  context: AuthorizeContext & { readonly seams: SeamMap },
): PlannedField | undefined {
  const [first] = group;
  if (!first || !('getFields' in first.parent)) return undefined;
  const { field, parent, onTypes } = first;
  const type = parent.getFields()[field.name.value]?.type;
  if (!type) return undefined;
  const named = getNamedType(type);
  const denied = !meets(context.scopes, context.rules.requirementsOf(parent, field.name.value, named.name));
  const agency = context.seams.agencyOf(parent.name, field.name.value);
  // What is inside one of several occurrences is there only if that occurrence is.
  const sets = group.flatMap(({ field: { selectionSet: set }, conditions }) =>
    set ? [{ set, conditions: group.length > 1 ? conditions : [] }] : [],
  );
  const inside = !denied && isCompositeType(named) ? planSelections(sets, named, context) : undefined;
  if (!denied && !agency && !inside) return undefined;
  return {
    key: field.alias?.value ?? field.name.value,
    type,
    nonNull: isNonNullType(type),
    occurrences: group.some(({ conditions }) => !conditions.length)
      ? []
      : group.map(({ conditions }) => conditions),
    onTypes,
    denied,
    agency,
    inside,
  };
}

function typeNames(type: GraphQLCompositeType, { schema }: AuthorizeContext): ReadonlySet<string> {
  return new Set(isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name]);
}

/** @returns the `@skip` and `@include` conditions that a selection depends on; literals that are met are none */
export function readConditions(directives: readonly DirectiveNode[]): Condition[] {
  return directives.flatMap(({ name, arguments: given }): Condition[] => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const wanted = name.value === 'include';
    const value = given?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) return [{ variable: value.name.value, wanted }];
    return value?.kind === Kind.BOOLEAN && value.value !== wanted ? [{ variable: undefined, wanted }] : [];
  });
}
