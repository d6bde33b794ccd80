import { Kind, visit, type DocumentNode, type FieldDefinitionNode } from 'graphql';

const ROOTS = new Set(['Query', 'Mutation']);

/** Nothing is anonymous: a root field that asks for no scope still asks for a caller. */
export function withAuthenticatedRoots(typeDefs: DocumentNode): DocumentNode {
  return visit(typeDefs, {
    ObjectTypeDefinition: (type) =>
      ROOTS.has(type.name.value) ? { ...type, fields: type.fields?.map(withAuthenticated) } : undefined,
  });
}

function withAuthenticated(field: FieldDefinitionNode): FieldDefinitionNode {
  if (field.directives?.some(({ name }) => name.value === 'requiresScopes')) return field;
  const authenticated = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'authenticated' } } as const;
  return { ...field, directives: [...(field.directives ?? []), authenticated] };
}
