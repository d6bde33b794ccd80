import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/** Pages and their edges hold what their nodes hold, so that a refusal costs the page and not each entry. */
export function withPageClasses(typeDefs: DocumentNode): DocumentNode {
  const types = new Map(
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  return visit(typeDefs, {
    ObjectTypeDefinition: (type) => {
      if (!/(Connection|Edge)$/.test(type.name.value) || classOf(type)) return undefined;
      const node = types.get(nodeTypeOf(type) ?? '');
      const inherited = node && classOf(node);
      return inherited && { ...type, directives: [...(type.directives ?? []), inherited] };
    },
  });
}

function classOf({ directives }: ObjectTypeDefinitionNode): ConstDirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === 'dataClass');
}

function nodeTypeOf({ fields }: ObjectTypeDefinitionNode): string | undefined {
  let type = fields?.find(({ name }) => name.value === 'node' || name.value === 'nodes')?.type;
  while (type && type.kind !== Kind.NAMED_TYPE) type = type.type;
  return type?.name.value;
}
