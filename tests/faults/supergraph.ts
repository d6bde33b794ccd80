import { readFileSync } from 'node:fs';
import { parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';

const objects = new Map(
  parse(readFileSync('schema/supergraph.graphql', 'utf8'))
    .definitions.filter((node): node is ObjectTypeDefinitionNode => node.kind === 'ObjectTypeDefinition')
    .map((node) => [node.name.value, node]),
);

export const typeNames = [...objects.keys()];

export function fieldsOf(typeName: string): readonly FieldDefinitionNode[] {
  return objects.get(typeName)?.fields ?? [];
}

export const isObject = (typeName: string) => objects.has(typeName);

/** The agency that a root field, or a field of `Student`, is answered by. */
export function agencyOf(field: FieldDefinitionNode): string | undefined {
  const graphs = (field.directives ?? [])
    .filter(({ name }) => name.value === 'join__field')
    .flatMap(({ arguments: args }) => args?.filter(({ name }) => name.value === 'graph') ?? [])
    .flatMap(({ value }) => (value.kind === 'EnumValue' ? [value.value] : []));
  return agencyNames.find((name) => graphs.includes(name.toUpperCase().replaceAll('-', '_')));
}

export function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}

/** Arguments that a caller has to give. */
export function requiredArguments(field: FieldDefinitionNode): string[] {
  return (field.arguments ?? [])
    .filter(({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue)
    .map(({ name }) => name.value);
}

export const hasPages = (field: FieldDefinitionNode) =>
  (field.arguments ?? []).some(({ name }) => name.value === 'first');
