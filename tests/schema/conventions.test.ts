import { readFileSync, readdirSync } from 'node:fs';
import {
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';

interface Described {
  readonly element: string;
  readonly description: string | undefined;
}

const SDL_FOLDER = 'schema/subgraphs';
const subgraphs = agencyNames.map((name) => ({
  name,
  definitions: parse(readFileSync(`${SDL_FOLDER}/${name}.graphql`, 'utf8')).definitions,
}));

function objectsOf(definitions: readonly DefinitionNode[]): ObjectTypeDefinitionNode[] {
  return definitions.filter((node) => node.kind === 'ObjectTypeDefinition');
}

function fieldsOf(definitions: readonly DefinitionNode[], typeName: string): readonly FieldDefinitionNode[] {
  return objectsOf(definitions).find(({ name }) => name.value === typeName)?.fields ?? [];
}

function describedElements(definitions: readonly DefinitionNode[]): Described[] {
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

function described(
  element: string,
  { description }: { readonly description?: { readonly value: string } },
): Described {
  return { element, description: description?.value };
}

function isNonNull(type: TypeNode): boolean {
  return type.kind === 'NonNullType';
}

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}

function hasDirective(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): boolean {
  return directives?.some((directive) => directive.name.value === name) ?? false;
}

describe.each(subgraphs)('the schema of $name', ({ definitions }) => {
  test('describes every element in English with the official Chinese term', () => {
    const undescribed = describedElements(definitions).filter(
      ({ description }) => !/[A-Za-z].*\(.*\p{Script=Han}/su.test(description ?? ''),
    );
    expect(undescribed.map(({ element }) => element)).toEqual([]);
  });

  test('asks for a right at every root field', () => {
    const open = ['Query', 'Mutation']
      .flatMap((root) => fieldsOf(definitions, root))
      .filter((field) => !hasDirective(field, 'requiresScopes') && !hasDirective(field, 'authenticated'));
    expect(open.map(({ name }) => name.value)).toEqual([]);
  });

  test('lets every root field fail without taking the others with it', () => {
    expect(
      fieldsOf(definitions, 'Query')
        .filter(({ type }) => isNonNull(type))
        .map(({ name }) => name.value),
    ).toEqual([]);
  });

  test('adds only nullable, guarded fields to Student', () => {
    const own = fieldsOf(definitions, 'Student').filter(({ name }) => name.value !== 'id');
    expect(
      own
        .filter((field) => isNonNull(field.type) || !hasDirective(field, 'requiresScopes'))
        .map(({ name }) => name.value),
    ).toEqual([]);
  });

  test('says the state of every register', () => {
    const registers = objectsOf(definitions).filter(({ name }) => name.value.endsWith('Register'));
    const silent = registers.filter(
      ({ fields }) =>
        !fields?.some(
          ({ name, type }) =>
            name.value === 'register' && isNonNull(type) && namedType(type) === 'RegisterState',
        ),
    );
    expect(silent.map(({ name }) => name.value)).toEqual([]);
  });

  test('gives lists of any length as connections with their arguments', () => {
    const wrong = objectsOf(definitions).flatMap(({ name: typeName, fields }) =>
      (fields ?? [])
        .filter(({ type }) => namedType(type).endsWith('Connection'))
        .filter(({ arguments: args }) => !hasArguments(args, ['first', 'after']))
        .map(({ name }) => `${typeName.value}.${name.value}`),
    );
    expect(wrong).toEqual([]);
  });

  test('writes enum values in capitals', () => {
    const enums = definitions.filter(
      (node): node is EnumTypeDefinitionNode => node.kind === 'EnumTypeDefinition',
    );
    const wrong = enums.flatMap(({ name, values }) =>
      (values ?? [])
        .filter(({ name: value }) => !/^[A-Z][A-Z0-9_]*$/.test(value.value))
        .map(({ name: value }) => `${name.value}.${value.value}`),
    );
    expect(wrong).toEqual([]);
  });

  test('prefixes no name with an agency', () => {
    const prefixed = objectsOf(definitions).flatMap(({ fields }) =>
      (fields ?? [])
        .map(({ name }) => name.value)
        .filter((name) => /^(education|police|civilAffairs|coordination)[A-Z]/.test(name)),
    );
    expect(prefixed).toEqual([]);
  });
});

function hasArguments(
  given: readonly InputValueDefinitionNode[] | undefined,
  wanted: readonly string[],
): boolean {
  return wanted.every((name) => given?.some((argument) => argument.name.value === name));
}

test('every agency has its SDL, and no SDL is without its agency', () => {
  expect(readdirSync(SDL_FOLDER).toSorted()).toEqual(agencyNames.map((name) => `${name}.graphql`).toSorted());
});
