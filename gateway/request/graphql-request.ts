import { execute as executeIntrospection, type DocumentNode } from 'graphql';
import type { TokenVerifier } from '../../subgraphs/_kit/trust/access-token.js';
import { authenticate, type AuthenticatedCaller } from './authenticate.js';
import type { Engine } from '../engine/engine.js';
import { readJson, requireJson, type Exchange } from './http-exchange.js';
import { SCHEMA_READ_SCOPE } from './introspection.js';
import type { Limits } from './limits.js';
import type { PreparedDocument, PreparedOperation } from './prepared-documents.js';
import { clientError, Refusal } from './refusal.js';
import type { RegisteredOperations } from './registered-operations.js';
import { sweep, type ClientResult } from '../answer/sweep.js';
import { isRecord } from '../answer/untrusted-json.js';

export interface GraphqlRequestOptions {
  readonly verifier: TokenVerifier;
  readonly purposes: ReadonlySet<string>;
  readonly limits: Limits;
  readonly mayAsk: (subject: string) => boolean;
  readonly registered: RegisteredOperations;
  readonly clock: () => number;
}

interface Parameters {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/**
 * Answers one GraphQL request.
 *
 * @returns the body of a 200: data, beside one error for each null that stands for a missing answer
 * @throws {Refusal} for everything that ends a request before execution
 */
export async function answerGraphql(
  exchange: Exchange,
  engine: Engine,
  options: GraphqlRequestOptions,
): Promise<ClientResult> {
  const { verifier, purposes, limits, clock } = options;
  const deadline = clock() + limits.requestMs;
  requireJson(exchange);
  const caller = await authenticate(exchange.request, verifier, purposes);
  if (!options.mayAsk(caller.subject)) throw new Refusal('RATE_LIMITED');
  const { text, operationName, variables } = readParameters(
    await readJson(exchange, limits.bodyBytes),
    options.registered,
  );
  const document = prepare(text, caller, engine, options.registered);
  const operation = document.operation(operationName);
  const coerced = operation.coerce(variables);
  if (operation.introspection) return introspect(engine, operation, coerced, caller, exchange.requestId);
  if (operation.cost(coerced) > limits.cost) throw new Refusal('LIMIT_EXCEEDED');

  const executable = operation.forScopes(caller.scopes);
  const { authorization, purpose, approval } = caller;
  const { requestId } = exchange;
  const signal = signalOf(exchange);
  const result = executable.document
    ? await engine.execute(executable.document, variables, {
        authorization,
        purpose,
        approval,
        requestId,
        signal,
        deadline,
      })
    : {};
  const data = isRecord(result.data) ? executable.project(result.data, coerced) : undefined;
  return sweep(
    { ...result, data },
    {
      plan: executable.sweepPlan,
      variables: coerced,
      requestId,
      agencies: engine.seams.agencies,
    },
  );
}

function readParameters(body: unknown, registered: RegisteredOperations): Parameters {
  if (!isRecord(body)) throw new Refusal('BAD_USER_INPUT');
  const { query, documentId, operationName, variables } = body;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new Refusal('BAD_USER_INPUT');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables))
    throw new Refusal('BAD_USER_INPUT');
  const text = query ?? (typeof documentId === 'string' ? registered.textOf(documentId) : undefined);
  if (text === undefined && typeof documentId === 'string') throw new Refusal('OPERATION_NOT_REGISTERED');
  if (typeof text !== 'string' || text === '') throw new Refusal('BAD_USER_INPUT');
  return { text, operationName: operationName || undefined, variables: variables ?? {} };
}

/** A portal learns of an unregistered operation only that it is not registered, whatever else is wrong with it. */
function prepare(
  text: string,
  caller: AuthenticatedCaller,
  { documents }: Engine,
  registered: RegisteredOperations,
): PreparedDocument {
  if (caller.clientClass !== 'PORTAL') return documents.prepare(text, caller.scopes.has(SCHEMA_READ_SCOPE));
  try {
    const document = documents.prepare(text, false);
    if (isRegistered(document, registered)) return document;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
  }
  throw new Refusal('OPERATION_NOT_REGISTERED');
}

const registration = new WeakMap<DocumentNode, boolean>();

function isRegistered({ document }: PreparedDocument, registered: RegisteredOperations): boolean {
  let known = registration.get(document);
  if (known === undefined) {
    known = registered.has(document);
    registration.set(document, known);
  }
  return known;
}

async function introspect(
  { schema }: Engine,
  { node, document }: PreparedOperation,
  variableValues: Record<string, unknown>,
  { scopes }: AuthenticatedCaller,
  requestId: string,
): Promise<ClientResult> {
  if (!scopes.has(SCHEMA_READ_SCOPE)) return { data: null, errors: [clientError('FORBIDDEN', requestId)] };
  const operationName = node.name?.value;
  const { data } = await executeIntrospection({ schema, document, operationName, variableValues });
  return { data: data ?? null };
}

/** Aborted when the client leaves before its answer is complete. */
function signalOf({ response }: Exchange): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}
