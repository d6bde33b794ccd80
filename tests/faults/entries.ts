import { readFileSync } from 'node:fs';
import { parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from 'graphql';
import { agencyNames } from '../../subgraphs/index.js';

/** A way from a root field to children: the operation, and the root field whose agency answers it. */
export interface Entry {
  readonly root: string;
  readonly agency: string;
  /** `…Picture` is spread on the child. */
  readonly operation: string;
  readonly variables: Record<string, unknown>;
}

const definitions = parse(readFileSync('schema/supergraph.graphql', 'utf8')).definitions;
const objects = new Map(
  definitions
    .filter((node): node is ObjectTypeDefinitionNode => node.kind === 'ObjectTypeDefinition')
    .map((node) => [node.name.value, node]),
);

/** Fields of `Student` with the agency that adds them, read from the supergraph itself. */
export const seamFields: ReadonlyMap<string, string> = new Map(
  fieldsOf('Student').flatMap((field) => {
    const agency = agencyOf(field);
    return agency ? [[field.name.value, agency] as const] : [];
  }),
);

/** Every list that leads to children, besides the four ways that a caller knows an id for. */
export const listEntries: readonly Entry[] = fieldsOf('Query').flatMap((root) => {
  const nodeType = nodeTypeOf(namedType(root.type));
  const leadsToStudent =
    nodeType &&
    fieldsOf(nodeType).some(({ name, type }) => name.value === 'student' && namedType(type) === 'Student');
  if (!leadsToStudent) return [];
  const name = root.name.value;
  const operation = `query { ${name}(first: 3) { nodes { student { ...Picture } } } }`;
  return [{ root: name, agency: agencyOf(root) ?? '', operation, variables: {} }];
});

export interface KnownKeys {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly householdId: string;
}

export function keyEntries({ studentId, schoolCode, householdId }: KnownKeys): readonly Entry[] {
  return [
    {
      root: 'student',
      agency: 'coordination',
      operation: 'query ($id: ID!) { student(id: $id) { ...Picture } }',
      variables: { id: studentId },
    },
    {
      root: 'students',
      agency: 'coordination',
      operation: 'query { students(first: 3) { nodes { ...Picture } } }',
      variables: {},
    },
    {
      root: 'school',
      agency: 'education',
      operation:
        'query ($code: String!) { school(code: $code) { name students(first: 3) { nodes { name student { ...Picture } } } } }',
      variables: { code: schoolCode },
    },
    {
      root: 'household',
      agency: 'police',
      operation: 'query ($id: ID!) { household(id: $id) { members { name student { ...Picture } } } }',
      variables: { id: householdId },
    },
  ];
}

function fieldsOf(typeName: string): readonly FieldDefinitionNode[] {
  return objects.get(typeName)?.fields ?? [];
}

function nodeTypeOf(connection: string): string | undefined {
  const nodes = fieldsOf(connection).find(({ name }) => name.value === 'nodes');
  return nodes && namedType(nodes.type);
}

function agencyOf(field: FieldDefinitionNode): string | undefined {
  const graphs = (field.directives ?? [])
    .filter(({ name }) => name.value === 'join__field')
    .flatMap(({ arguments: args }) => args?.filter(({ name }) => name.value === 'graph') ?? [])
    .flatMap(({ value }) => (value.kind === 'EnumValue' ? [value.value] : []));
  return agencyNames.find((name) => graphs.includes(name.toUpperCase().replaceAll('-', '_')));
}

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}
