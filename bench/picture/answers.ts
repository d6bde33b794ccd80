import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { objectFor, type AnswerSource } from './answer-value.js';

/** A subgraph call as it came. */
export interface SubgraphCall {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

type Variables = Readonly<Record<string, unknown>>;
type Representation = Readonly<Record<string, unknown>>;

const DEFAULT_PAGE = 20;
/** Stands in a template for a value that each call brings itself. */
const SLOT = /"@@(\d+)\.(\w+)@@"/;

/**
 * Answers any operation on an agency's schema out of nothing: from a template made once for each text and number of
 * entities, so that the agency costs next to nothing beside what is measured.
 *
 * @param sdl the agency's schema as committed
 * @returns the answer's JSON text
 */
export function createAnswers(sdl: string): (call: SubgraphCall) => string {
  const schema = buildSubgraphSchema(parse(sdl));
  const documents = new Map<string, DocumentNode>();
  const templates = new Map<string, readonly string[]>();
  return ({ query, variables = {} }) => {
    const representations = representationsIn(variables);
    const key = `${representations.length} ${String(variables['first'])} ${query}`;
    let parts = templates.get(key);
    if (!parts) {
      const document = documents.get(query) ?? parse(query, { noLocation: true });
      documents.set(query, document);
      const data = answerTo(document, schema, variables, representations);
      parts = JSON.stringify({ data }).split(SLOT);
      templates.set(key, parts);
    }
    return fill(parts, representations, variables);
  };
}

/** @param parts text, then number and name of a slot, then text again, and so on */
function fill(
  parts: readonly string[],
  representations: readonly Representation[],
  variables: Variables,
): string {
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 3) {
    const source = representations[Number(parts[at])] ?? variables;
    text += `${JSON.stringify(source[parts[at + 1] ?? ''])}${parts[at + 2] ?? ''}`;
  }
  return text;
}

function representationsIn(variables: Variables): readonly Representation[] {
  for (const value of Object.values(variables)) {
    if (Array.isArray(value) && value.every((item) => typeof item === 'object' && '__typename' in item))
      return value;
  }
  return [];
}

function answerTo(
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Variables,
  representations: readonly Representation[],
): Record<string, unknown> {
  const source: AnswerSource = {
    schema,
    fragments: new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    ),
  };
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const query = schema.getQueryType();
  if (!operation || !query) throw new Error('A call without an operation.');
  return Object.fromEntries(
    operation.selectionSet.selections.map((field) => {
      if (field.kind !== Kind.FIELD) throw new Error('The planner sends plain root fields.');
      const key = field.alias?.value ?? field.name.value;
      return [
        key,
        field.name.value === '_entities'
          ? representations.map((each, index) => entityFor(field, each, index, source))
          : rootFor(field, query, variables, source),
      ];
    }),
  );
}

function entityFor(
  field: FieldNode,
  representation: Representation,
  index: number,
  source: AnswerSource,
): unknown {
  const type = source.schema.getType(String(representation['__typename']));
  if (!isObjectType(type) || !field.selectionSet)
    throw new Error('An entity of a type that the agency has not.');
  const keys = Object.keys(representation).filter((name) => name !== '__typename');
  const given = Object.fromEntries(keys.map((name) => [name, `@@${index}.${name}@@`]));
  return objectFor(field.selectionSet, type, { pageSize: 2, index, given }, source);
}

function rootFor(
  field: FieldNode,
  query: GraphQLObjectType,
  variables: Variables,
  source: AnswerSource,
): unknown {
  const definition = query.getFields()[field.name.value];
  const type = definition && getNamedType(definition.type);
  if (!isObjectType(type) || !field.selectionSet)
    throw new Error(`The agency has no root ${field.name.value}.`);
  const first = argument(field, 'first', variables);
  // A root field that takes a key answers with that key.
  const id = field.arguments?.find(({ name }) => name.value === 'id')?.value;
  const given = id?.kind === Kind.VARIABLE ? { id: `@@0.${id.name.value}@@` } : undefined;
  const pageSize = typeof first === 'number' ? first : DEFAULT_PAGE;
  return objectFor(field.selectionSet, type, { pageSize, index: 0, given }, source);
}

function argument(field: FieldNode, name: string, variables: Variables): unknown {
  const value = field.arguments?.find((each) => each.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value];
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}
