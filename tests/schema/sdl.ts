import type {
  ConstDirectiveNode,
  DefinitionNode,
  FieldDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
} from 'graphql';

export function objectsOf(definitions: readonly DefinitionNode[]): readonly ObjectTypeDefinitionNode[] {
  return definitions.filter((node) => node.kind === 'ObjectTypeDefinition');
}

export function fieldsOf(
  definitions: readonly DefinitionNode[],
  typeName: string,
): readonly FieldDefinitionNode[] {
  return objectsOf(definitions).find(({ name }) => name.value === typeName)?.fields ?? [];
}

/** Fields of all object types with their coordinates. */
export function allFieldsOf(
  definitions: readonly DefinitionNode[],
): readonly { readonly coordinate: string; readonly field: FieldDefinitionNode }[] {
  return objectsOf(definitions).flatMap(({ name, fields }) =>
    (fields ?? []).map((field) => ({ coordinate: `${name.value}.${field.name.value}`, field })),
  );
}

export function isNonNull({ kind }: TypeNode): boolean {
  return kind === 'NonNullType';
}

export function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}

export function hasDirective(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] },
  wanted: string,
): boolean {
  return directives?.some(({ name }) => name.value === wanted) ?? false;
}
