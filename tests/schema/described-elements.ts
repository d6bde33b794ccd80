import type { DefinitionNode, FieldDefinitionNode, StringValueNode } from 'graphql';

/** An element of a schema by its coordinate. */
interface Described {
  readonly element: string;
  readonly description: string | undefined;
}

/** Every element of an agency's schema that the agency itself has to describe. */
export function describedElements(definitions: readonly DefinitionNode[]): readonly Described[] {
  return definitions.flatMap((node): Described[] => {
    switch (node.kind) {
      case 'ObjectTypeDefinition':
      case 'InterfaceTypeDefinition':
        return [
          ...(['Query', 'Mutation'].includes(node.name.value) ? [] : [described(node.name.value, node)]),
          ...(node.fields ?? []).flatMap((field) => describedField(node.name.value, field)),
        ];
      case 'InputObjectTypeDefinition':
        return [
          described(node.name.value, node),
          ...(node.fields ?? []).map((field) => described(`${node.name.value}.${field.name.value}`, field)),
        ];
      case 'EnumTypeDefinition':
        return [
          described(node.name.value, node),
          ...(node.values ?? []).map((value) => described(`${node.name.value}.${value.name.value}`, value)),
        ];
      case 'ScalarTypeDefinition':
        return node.name.value.startsWith('federation__') || node.name.value === '_Any'
          ? []
          : [described(node.name.value, node)];
      default:
        return [];
    }
  });
}

function describedField(type: string, field: FieldDefinitionNode): Described[] {
  const element = `${type}.${field.name.value}`;
  return [
    described(element, field),
    ...(field.arguments ?? []).map((argument) => described(`${element}(${argument.name.value}:)`, argument)),
  ];
}

function described(element: string, { description }: { readonly description?: StringValueNode }): Described {
  return { element, description: description?.value };
}
