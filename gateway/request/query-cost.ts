import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** `first` of a connection when the query leaves it out (schema convention). */
const DEFAULT_PAGE = 20;
/** Plain lists are small closed sets. */
const LIST_SIZE = 5;

interface CostNode {
  readonly factor: number;
  /** Variable that says how many; `factor` stands in while it is not given. */
  readonly variable?: string;
  readonly inside: readonly CostNode[];
}

/**
 * Estimates how many objects an answer may hold: each object-valued field counts once for every place it can
 * stand in, `first` entries per connection and five per plain list.
 *
 * @returns a function of the coerced variables, since `first` usually is one
 */
export function estimateCost(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): (variables: Readonly<Record<string, unknown>>) => number {
  const root = schema.getRootType(operation.operation);
  const nodes = root ? collect(operation.selectionSet, root) : [];
  return (variables) => total(nodes, variables);

  function collect(set: SelectionSetNode, parent: GraphQLCompositeType): CostNode[] {
    return set.selections.flatMap((selection): CostNode[] => {
      if (selection.kind === Kind.FIELD) return weigh(selection, parent);
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) return [];
      const type = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      return isCompositeType(type) ? collect(fragment.selectionSet, type) : [];
    });
  }

  function weigh(field: FieldNode, parent: GraphQLCompositeType): CostNode[] {
    const definition = 'getFields' in parent ? parent.getFields()[field.name.value] : undefined;
    const type = definition && getNamedType(definition.type);
    if (!definition || !type || !isCompositeType(type) || !field.selectionSet) return [];
    return [{ ...multiplicity(field, definition, parent), inside: collect(field.selectionSet, type) }];
  }
}

function multiplicity(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType,
): Omit<CostNode, 'inside'> {
  if (definition.args.some(({ name }) => name === 'first')) {
    const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return { factor: Number(value.value) };
    if (value?.kind === Kind.VARIABLE) return { factor: DEFAULT_PAGE, variable: value.name.value };
    return { factor: DEFAULT_PAGE };
  }
  // The page size was counted at the connection itself.
  const paged = parent.name.endsWith('Connection');
  return { factor: !paged && isList(definition.type) ? LIST_SIZE : 1 };
}

function total(nodes: readonly CostNode[], variables: Readonly<Record<string, unknown>>): number {
  let sum = 0;
  for (const { factor, variable, inside } of nodes) {
    const given = variable === undefined ? undefined : variables[variable];
    const times = Math.max(typeof given === 'number' ? given : factor, 1);
    sum += times * (1 + total(inside, variables));
  }
  return sum;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
