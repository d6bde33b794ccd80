import {
  buildASTSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  Kind,
  parse,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { enumLabelsOf } from '../../schema/labels.js';

/**
 * Writes the official Chinese wording behind every code of an answer: SUSPECTED becomes "SUSPECTED 疑似辍学".
 *
 * The field's type decides which list a code belongs to; NONE or OTHER mean something else in each of them.
 *
 * @param supergraph text of `schema/supergraph.graphql`, read once for all answers
 * @returns what labels an answer, given the text of the operation that was asked
 */
export function createLabeller(
  supergraph: string,
): <Answer extends { readonly data?: unknown }>(answer: Answer, operation: string) => Answer {
  const schema = buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true });
  const labels = new Map(
    enumLabelsOf(supergraph).flatMap(({ name, values }) =>
      values.map(({ value, label }) => [`${name}.${value}`, label.zh] as const),
    ),
  );
  return (answer, operation) => {
    const document = parse(operation);
    const query = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const root = schema.getQueryType();
    if (!query || !root) return answer;
    const reading = { schema, labels, fragments: fragmentsOf(document) };
    return { ...answer, data: labelled(answer.data, root, query.selectionSet, reading) };
  };
}

interface Reading {
  readonly schema: GraphQLSchema;
  /** By `Enum.VALUE`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
}

function labelled(
  value: unknown,
  type: GraphQLNamedType,
  selectionSet: SelectionSetNode | undefined,
  reading: Reading,
): unknown {
  if (Array.isArray(value)) return value.map((item) => labelled(item, type, selectionSet, reading));
  if (isEnumType(type) && typeof value === 'string') {
    const label = reading.labels.get(`${type.name}.${value}`);
    return label === undefined ? value : `${value} ${label}`;
  }
  if (typeof value !== 'object' || value === null || !selectionSet) return value;
  return Object.assign({ ...value }, ...partsOf(value, type, selectionSet, reading)) as unknown;
}

/** The labelled fields of one object, selection by selection, those of its fragments included. */
function partsOf(
  value: object,
  type: GraphQLNamedType,
  { selections }: SelectionSetNode,
  reading: Reading,
): object[] {
  return selections.flatMap((selection): object[] => {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const field =
        isCompositeType(type) && 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
      if (!field || !(key in value)) return [];
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      return [{ [key]: labelled(inner, getNamedType(field.type), selection.selectionSet, reading) }];
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition && typeFromAST(reading.schema, fragment.typeCondition);
    return fragment ? partsOf(value, condition ?? type, fragment.selectionSet, reading) : [];
  });
}
