import {
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AccessRules, Requirement } from './access-rules.js';
import { authorizeOperation } from './authorize.js';
import { isWithinLimits, type Limits } from './limits.js';
import { estimateCost } from './query-cost.js';
import { assertOneMutation } from './one-mutation.js';
import { assertFewRepeats } from './root-repeats.js';
import { Refusal, type RefusalDetail } from './refusal.js';
import { readIntrospection } from './introspection.js';
import type { SeamMap } from '../answer/seam-map.js';
import { noReservedAliases } from './reserved-aliases.js';
import { planProjection, type Project } from '../answer/projection.js';
import { planSweep, type SweepPlan } from '../answer/sweep.plan.js';
import { collectRequirements } from './required-scopes.js';

/** Messages quote names and values of the query, however long they are. */
const MESSAGE_CHARACTERS = 500;
const CACHED_DOCUMENTS = 1000;
const CACHED_CHARACTERS = 16_000_000;
/** A document met by callers of more scope sets than this is simply authorised again. */
const CACHED_SCOPE_SETS = 200;

export interface ExecutableOperation {
  /** Undefined when the caller may see none of it. */
  readonly document: DocumentNode | undefined;
  readonly project: Project;
  readonly sweepPlan: SweepPlan | undefined;
}

export interface PreparedOperation {
  readonly node: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly introspection: boolean;
  cost(variables: Readonly<Record<string, unknown>>): number;
  /** @returns coerced variables; @throws {Refusal} BAD_USER_INPUT, naming the variable but never its value */
  coerce(variables: Readonly<Record<string, unknown>>): Record<string, unknown>;
  forScopes(scopes: ReadonlySet<string>): ExecutableOperation;
}

export interface PreparedDocument {
  readonly document: DocumentNode;
  /** @throws {Refusal} BAD_USER_INPUT when the name is unknown, or needed and missing */
  operation(name: string | undefined): PreparedOperation;
}

export interface PreparedDocuments {
  /**
   * Parses, limits and validates a query text, once for all callers.
   *
   * @param explain whether the caller may read the schema, and therefore what is wrong with the query
   * @throws {Refusal} GRAPHQL_PARSE_FAILED, LIMIT_EXCEEDED, GRAPHQL_VALIDATION_FAILED
   */
  prepare(text: string, explain: boolean): PreparedDocument;
}

export interface PreparationOptions {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
  readonly seams: SeamMap;
  readonly limits: Limits;
}

export function createPreparedDocuments(options: PreparationOptions): PreparedDocuments {
  const known = new LRUCache<string, PreparedDocument>({
    max: CACHED_DOCUMENTS,
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return {
    prepare(text, explain) {
      const earlier = known.get(text);
      if (earlier) return earlier;
      const document = parseWithin(text, options.limits, explain);
      if (!isWithinLimits(document, options.limits)) throw new Refusal('LIMIT_EXCEEDED');
      assertValid(document, options.schema, explain);
      const prepared = prepareDocument(document, options);
      known.set(text, prepared);
      return prepared;
    },
  };
}

function parseWithin(text: string, { tokens }: Limits, explain: boolean): DocumentNode {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (cause) {
    // The parser goes down into values and selections before it has counted all tokens.
    if (cause instanceof RangeError) throw new Refusal('LIMIT_EXCEEDED');
    if (!(cause instanceof GraphQLError)) throw cause;
    if (cause.message.includes(`${tokens} tokens`)) {
      throw new Refusal('LIMIT_EXCEEDED');
    }
    throw new Refusal('GRAPHQL_PARSE_FAILED', [detail(cause, explain)]);
  }
}

function assertValid(document: DocumentNode, schema: GraphQLSchema, explain: boolean): void {
  const errors = validate(schema, document, [...specifiedRules, noReservedAliases], { maxErrors: 10 });
  if (errors.length)
    throw new Refusal(
      'GRAPHQL_VALIDATION_FAILED',
      errors.map((error) => detail(error, explain)),
    );
}

/** What is quoted from the query may be a number or a name of a child; the schema's own words are neither. */
function detail(error: GraphQLError, explain: boolean): RefusalDetail {
  const message = error.message
    .slice(0, MESSAGE_CHARACTERS)
    .replace(/\p{Nd}{4,}[xX]?|\p{Script=Han}+/gu, '…');
  return { ...(explain && { message }), locations: error.locations };
}

function prepareDocument(document: DocumentNode, options: PreparationOptions): PreparedDocument {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const prepared = new Map<OperationDefinitionNode, PreparedOperation>();
  return {
    document,
    operation(name) {
      const node = name === undefined ? operations[0] : operations.find((each) => each.name?.value === name);
      if (!node || (name === undefined && operations.length > 1)) throw new Refusal('BAD_USER_INPUT');
      let operation = prepared.get(node);
      if (!operation) {
        operation = prepareOperation(node, document, fragments, options);
        prepared.set(node, operation);
      }
      return operation;
    },
  };
}

function prepareOperation(
  node: OperationDefinitionNode,
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  { schema, rules, seams, limits }: PreparationOptions,
): PreparedOperation {
  if (!schema.getRootType(node.operation)) throw new Refusal('GRAPHQL_VALIDATION_FAILED');
  assertOneMutation(node, fragments);
  assertFewRepeats(node, fragments, limits);
  const requirements = collectRequirements(node, { schema, rules, fragments });
  const relevant = relevantScopes(requirements);
  const byScopes = new LRUCache<string, ExecutableOperation>({ max: CACHED_SCOPE_SETS });
  return {
    node,
    document,
    introspection: readIntrospection(node, fragments),
    cost: estimateCost(node, schema, fragments),
    coerce(variables) {
      const { coerced, errors } = getVariableValues(schema, node.variableDefinitions ?? [], variables, {
        maxErrors: 5,
      });
      if (coerced) return coerced;
      throw new Refusal(
        'BAD_USER_INPUT',
        (errors ?? []).map(({ nodes, locations }) => variableDetail(nodes, locations)),
      );
    },
    forScopes(scopes) {
      const key = relevant.filter((scope) => scopes.has(scope)).join(' ');
      let executable = byScopes.get(key);
      if (!executable) {
        const context = { schema, rules, seams, fragments, scopes };
        const left = authorizeOperation(node, context);
        executable = {
          document: left && { kind: Kind.DOCUMENT, definitions: [left] },
          project: left ? planProjection(left, schema) : () => null,
          sweepPlan: planSweep(node, context),
        };
        byScopes.set(key, executable);
      }
      return executable;
    },
  };
}

function relevantScopes(requirements: Iterable<Requirement>): readonly string[] {
  return [...new Set([...requirements].flat(2))].sort();
}

function variableDetail(nodes: GraphQLError['nodes'], locations: GraphQLError['locations']): RefusalDetail {
  const definition = nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  if (definition?.kind !== Kind.VARIABLE_DEFINITION) return { locations };
  return {
    message: `The variable "$${definition.variable.name.value}" has a value that is not accepted.`,
    locations,
  };
}
