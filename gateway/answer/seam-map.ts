import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

const ROOT_TYPES = new Set(['Query', 'Mutation']);

/** Whose word each field is, read from the composed supergraph and never listed by hand. */
export interface SeamMap {
  /** Names as the agencies write them, e.g. `civil-affairs`. */
  readonly agencies: ReadonlySet<string>;
  /**
   * @returns the agency whose answer decides whether this field may be null: root fields, and the fields of
   * entities that several agencies build together. Undefined for all other fields, whose null is the
   * owner's own statement.
   */
  agencyOf(typeName: string, fieldName: string): string | undefined;
  /** @returns whether one agency's object of this type can be completed by another */
  isEntity(typeName: string): boolean;
}

/**
 * An entity is built together when several agencies contribute fields to it and none vouches for it with a
 * non-null field beside the key; `Student` is such, with `id` alone non-null. Where one agency does vouch
 * (`School.name: String!`), the entity is that agency's own: its nulls are facts, the others' are not.
 */
export function readSeamMap(supergraph: DocumentNode): SeamMap {
  const agencyByGraph = readAgencies(supergraph);
  const agencies = new Map<string, string>();
  const entities = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (directives(definition, 'join__type').some((member) => argument(member, 'key')))
      entities.add(definition.name.value);
    for (const [fieldName, graph] of seamFields(definition)) {
      agencies.set(`${definition.name.value}.${fieldName}`, agencyByGraph.get(graph) ?? graph);
    }
  }
  return {
    agencies: new Set(agencyByGraph.values()),
    agencyOf: (typeName, fieldName) => agencies.get(`${typeName}.${fieldName}`),
    isEntity: (typeName) => entities.has(typeName),
  };
}

function readAgencies(supergraph: DocumentNode): Map<string, string> {
  const agencyByGraph = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      agencyByGraph.set(value.name.value, (graph && stringArgument(graph, 'name')) ?? value.name.value);
    }
  }
  return agencyByGraph;
}

function seamFields(type: ObjectTypeDefinitionNode): [field: string, graph: string][] {
  const members = directives(type, 'join__type');
  const isRoot = ROOT_TYPES.has(type.name.value);
  const keyed = members.filter((member) => stringArgument(member, 'key') && !isFalse(member, 'resolvable'));
  const contributors = new Set(keyed.map((member) => stringArgument(member, 'graph')));
  if (!isRoot && contributors.size < 2) return [];
  const keyFields = new Set(keyed.flatMap((member) => stringArgument(member, 'key')?.match(/\w+/g) ?? []));
  const owned = (type.fields ?? [])
    .filter((field) => isRoot || !keyFields.has(field.name.value))
    .map((field) => ({
      field,
      graph: owner(field) ?? (isRoot ? stringArgument(members[0], 'graph') : undefined),
    }));
  const homes = new Set(owned.filter(({ field }) => !isRoot && isNonNull(field)).map(({ graph }) => graph));
  return owned.flatMap(({ field, graph }): [string, string][] =>
    graph && !homes.has(graph) ? [[field.name.value, graph]] : [],
  );
}

/** The first graph that resolves the field; `@external` copies resolve nothing. */
function owner(field: FieldDefinitionNode): string | undefined {
  const joins = directives(field, 'join__field').filter((join) => !isTrue(join, 'external'));
  return stringArgument(joins[0], 'graph');
}

function directives(
  node: ObjectTypeDefinitionNode | FieldDefinitionNode,
  name: string,
): readonly ConstDirectiveNode[] {
  return node.directives?.filter((directive) => directive.name.value === name) ?? [];
}

function argument(directive: ConstDirectiveNode | undefined, name: string) {
  return directive?.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

function stringArgument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = argument(directive, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function isFalse(directive: ConstDirectiveNode, name: string): boolean {
  const value = argument(directive, name);
  return value?.kind === Kind.BOOLEAN && !value.value;
}

function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  const value = argument(directive, name);
  return value?.kind === Kind.BOOLEAN && value.value;
}

function isNonNull(field: FieldDefinitionNode): boolean {
  return field.type.kind === Kind.NON_NULL_TYPE;
}
