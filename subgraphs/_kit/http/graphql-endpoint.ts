import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { MikroORM } from '@mikro-orm/postgresql';
import { hash } from 'node:crypto';
import { dayInShanghai } from '../../../policies/iso-date.js';
import { decideAccess } from '../access/access-decision.js';
import { asDenied, deliveredStudents } from '../access/access-trail.js';
import type { Approvals } from '../access/approvals.js';
import type { Revocations } from '../access/revocations.js';
import type { AccessLog } from '../audit/access-log.js';
import { buildAgencySchema } from '../build-schema.js';
import { createContextFactory, type ContextOptions } from '../create-context.js';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { HubError, maskError } from '../errors.js';
import type { Logger } from '../log.js';
import type { RequestContext } from '../request-context.js';
import { openCallerSession, type OpenSession, type RequestSession } from '../request-session.js';
import type { TokenVerifier } from '../trust/access-token.js';
import type { SignatureVerifier } from '../trust/request-signature.js';
import { admitCall } from './admit-call.js';
import {
  followOperation,
  logFailures,
  nameRequestInErrors,
  type OperationCourses,
} from './apollo-plugins.js';
import { send, type Call } from './call.js';
import { beforeDeadline } from './before-deadline.js';
import { readJsonText } from './read-body.js';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** Far longer than the gateway waits: whatever takes so long is stuck, and would keep its connection for ever. */
const REQUEST_MS = 60_000;

export interface GraphqlEndpointOptions extends ContextOptions {
  readonly orm: MikroORM;
  readonly tokens: TokenVerifier;
  /** Knows the gateway's signature. */
  readonly signatures: SignatureVerifier;
  readonly approvals: Approvals;
  readonly revocations: Revocations;
  readonly accessLog: AccessLog;
  readonly now: () => Date;
  readonly log: Logger;
  /** How long an answer may take before its connection is taken from it. */
  readonly requestMs?: number;
  /** Row-level security's part; proofs that look at the other layers alone open it otherwise. */
  readonly openSession?: OpenSession;
}

export interface GraphqlEndpoint {
  answer(call: Call): Promise<void>;
  close(): Promise<void>;
}

/**
 * `POST /graphql` of an agency. In this order: signature, token, purpose, approval; then a transaction under the
 * caller's context, the gate at every field, the access log, and only then the answer.
 */
export async function createGraphqlEndpoint(
  definition: SubgraphDefinition,
  options: GraphqlEndpointOptions,
): Promise<GraphqlEndpoint> {
  const { orm, openSession = openCallerSession } = options;
  const { schema } = await buildAgencySchema(definition);
  const createContext = createContextFactory(definition, options);
  const courses: OperationCourses = new WeakMap();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It would follow every field to learn how long an answer may be kept, and none may be kept at all.
      ApolloServerPluginCacheControlDisabled(),
      nameRequestInErrors,
      followOperation(courses),
      logFailures(options.log),
    ],
  });
  await apollo.start();

  async function answer(call: Call): Promise<void> {
    const text = await readJsonText(call.request, MAX_BODY_BYTES);
    const caller = await admitCall(call, text, { agency: definition.name, ...options });
    const body = parseJson(text);
    const now = options.now();
    const access = decideAccess(caller, { agency: definition.name, ...options, now });
    const session = await openSession(orm, caller, dayInShanghai(now), access.onlyStudent);
    try {
      const context = createContext({ em: session.em, caller, access, requestId: call.requestId, now });
      const executed = apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: new HeaderMap([['content-type', 'application/json']]),
          search: '',
          body,
        },
        context: () => Promise.resolve(context),
      });
      const result = await beforeDeadline(executed, options.requestMs ?? REQUEST_MS);
      await settle(session, context, now, body);
      send(call, result.status ?? 200, result.body.kind === 'complete' ? result.body.string : '');
    } finally {
      await session.end();
    }
  }

  /** What is read is recorded before it leaves; what is written, before it counts. */
  async function settle(
    session: RequestSession,
    context: RequestContext,
    now: Date,
    body: unknown,
  ): Promise<void> {
    const { access, caller, trail, requestId } = context;
    const { kind, hasFailed } = courses.get(trail) ?? { kind: 'QUERY', hasFailed: false };
    // A reader's connection is free again before the log is waited for.
    if (kind === 'QUERY') await session.end();
    const read = trail.summary();
    const isWithinBudget = await options.usage.admitDelivery(caller, deliveredStudents(read), now);
    await options.accessLog.append({
      requestId,
      at: now,
      caller,
      approvalIds: access.approvalIds,
      operation: { kind, digest: digestOf(body) },
      access: isWithinBudget ? read : asDenied(read),
    });
    if (!isWithinBudget) throw new HubError('RATE_LIMITED');
    if (kind === 'MUTATION' && !hasFailed) await session.commit();
  }

  return { answer, close: () => apollo.stop() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HubError('BAD_USER_INPUT', 'The body is not JSON.');
  }
}

/** Names the operation without its values, which stand in the variables. */
function digestOf(body: unknown): string {
  const text = typeof body === 'object' && body !== null && 'query' in body ? String(body.query) : '';
  return hash('sha256', text, 'hex').slice(0, 32);
}
