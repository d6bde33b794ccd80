import {
  createGatewayRuntime,
  createLoggerFromLogging,
  type GatewayRuntime,
} from '@graphql-hive/gateway-runtime';
import { documentStringMap } from '@envelop/core';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionResult } from '@graphql-tools/utils';
import {
  Kind,
  parse,
  print,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { readAccessRules } from '../request/access-rules.js';
import { fetchShapeOf } from '../answer/fetch-shape.js';
import type { Limits } from '../request/limits.js';
import { createPreparedDocuments, type PreparedDocuments } from '../request/prepared-documents.js';
import { readSeamMap, type SeamMap } from '../answer/seam-map.js';
import type { EngineResult } from '../answer/sweep.js';
import type { RequestScope, Transport } from './transport.js';
import { isRecord } from '../answer/untrusted-json.js';

/** One supergraph, ready to answer; a reload builds another beside it. */
export interface Engine {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  readonly seams: SeamMap;
  readonly documents: PreparedDocuments;
  /**
   * Never rejects. Data is what the agencies answered, merged: with keys that the planner added, in no order.
   *
   * @param variables the client's own; the engine coerces them again by itself
   */
  execute(
    document: DocumentNode,
    variables: Record<string, unknown>,
    scope: RequestScope,
  ): Promise<EngineResult>;
  dispose(): Promise<void>;
}

interface EngineContext extends Record<string, unknown> {
  readonly scope: RequestScope;
  readonly schema: GraphQLSchema;
  readonly log: typeof silent;
}

const silent = createLoggerFromLogging(false);

/**
 * @param urls addresses that the transport has; every agency of the supergraph needs one
 * @throws when the SDL is no supergraph, or names an agency without an address
 */
export async function createEngine(
  sdl: string,
  transport: Transport,
  urls: Readonly<Record<string, URL>>,
  limits: Limits,
): Promise<Engine> {
  const supergraph = parse(sdl, { noLocation: true });
  const seams = readSeamMap(supergraph);
  const homeless = [...seams.agencies].filter((agency) => !Object.hasOwn(urls, agency));
  if (!seams.agencies.size || homeless.length) {
    throw new Error(
      `The supergraph names agencies without an address: ${homeless.join(', ') || 'none at all'}.`,
    );
  }
  const runtime = withoutTerminationListeners(() => createRuntime(sdl, transport, seams));
  try {
    const schema = await runtime.getSchema();
    const rules = readAccessRules(supergraph, schema);
    return {
      sdl,
      schema,
      seams,
      documents: createPreparedDocuments({ schema, rules, seams, limits }),
      async execute(document, variables, scope) {
        try {
          const context: EngineContext = { scope, schema, log: silent };
          const { execute } = runtime.getEnveloped(context as Parameters<typeof runtime.getEnveloped>[0]);
          const result: unknown = await execute({
            schema,
            document: planOnly(document),
            variableValues: variables,
            contextValue: context,
          });
          return isRecord(result) ? result : { failed: true };
        } catch {
          return { failed: true };
        }
      },
      dispose: async () => runtime.dispose(),
    };
  } catch (cause) {
    await runtime.dispose();
    throw cause;
  }
}

function createRuntime(sdl: string, transport: Transport, seams: SeamMap): GatewayRuntime {
  return createGatewayRuntime({
    supergraph: sdl,
    unifiedGraphHandler,
    transports: () => ({
      getSubgraphExecutor:
        ({ subgraphName }) =>
        ({ document, variables, context }): Promise<ExecutionResult> => {
          const { scope, schema } = readContext(context);
          return transport.call(
            subgraphName,
            fetchShapeOf(document, { schema, seams }),
            variables ?? {},
            scope,
          );
        },
    }),
    // The planner has merged what can be merged; another round would only hide whose fetch failed.
    __experimental__batchExecution: false,
    // Errors are rebuilt by the seal and the sweep; the HTTP side of the runtime is not used at all.
    maskedErrors: false,
    subgraphErrors: false,
    requestId: false,
    landingPage: false,
    graphiql: false,
    logging: false,
  });
}

/** The engine hands every fetch the context that `execute` was given. */
function readContext(context: unknown): EngineContext {
  return context as EngineContext;
}

/**
 * The runtime disposes itself on SIGTERM and SIGINT, which would break the requests that are being drained.
 * Whoever starts the gateway closes it.
 */
function withoutTerminationListeners<T>(create: () => T): T {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const created = create();
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.has(listener)) process.removeListener(signal, listener);
    }
  });
  return created;
}

const plannedOnly = new WeakMap<DocumentNode, DocumentNode>();

/**
 * A document that is planned as the given one, but of which the engine projects nothing: it hands the value of a root
 * field without selections through as it is. The planner asks for a document's text, and finds the whole one.
 */
function planOnly(document: DocumentNode): DocumentNode {
  let bare = plannedOnly.get(document);
  if (!bare) {
    bare = { ...document, definitions: document.definitions.map(withoutSelections) };
    documentStringMap.set(bare, print(document));
    plannedOnly.set(document, bare);
  }
  return bare;
}

function withoutSelections(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
  return {
    ...definition,
    selectionSet: { ...definition.selectionSet, selections: bareFields(definition.selectionSet.selections) },
  };
}

function bareFields(selections: readonly SelectionNode[]): SelectionNode[] {
  return selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return { ...selection, selectionSet: undefined };
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    return {
      ...selection,
      selectionSet: { ...selection.selectionSet, selections: bareFields(selection.selectionSet.selections) },
    };
  });
}
