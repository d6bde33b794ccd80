import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { TokenVerifier } from './access-token.js';
import { InvalidTokenError } from './access-token.js';
import { buildAgencySchema } from './build-schema.js';
import type { Caller } from './caller.js';
import { createContextFactory, type ContextOptions } from './create-context.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';
import { HubError, maskError } from './errors.js';
import { BodyTooLargeError, readBody } from './http/read-body.js';
import type { Logger } from './log.js';
import type { RequestContext } from './request-context.js';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REQUEST_ID = /^[\w-]{8,64}$/;

export interface AgencyAppOptions extends ContextOptions {
  readonly tokens: TokenVerifier;
  readonly purposes: ReadonlySet<string>;
  readonly log: Logger;
}

export interface AgencyApp {
  readonly server: Server;
  close(): Promise<void>;
}

/** Builds an agency's HTTP application; it does not listen yet. */
export async function createAgencyApp(
  definition: SubgraphDefinition,
  options: AgencyAppOptions,
): Promise<AgencyApp> {
  const { schema } = await buildAgencySchema(definition);
  const createContext = createContextFactory(definition, options);
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
      nameRequestInErrors,
      logFailures(options.log),
    ],
  });
  await apollo.start();

  async function answerGraphql(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const caller = await authenticate(request, options);
    const body: unknown = parseJson(await readBody(request, MAX_BODY_BYTES));
    const headers = new HeaderMap([['content-type', 'application/json']]);
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: () => Promise.resolve(createContext(caller, requestId)),
    });
    const text = result.body.kind === 'complete' ? result.body.string : '';
    send(response, result.status ?? 200, text, requestId);
  }

  const server = createServer((request, response) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    route(request, response, requestId).catch((cause: unknown) => {
      refuse(response, requestId, codeOfFailure(cause, options.log, requestId));
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    switch (request.url) {
      case '/graphql':
        if (request.method !== 'POST') throw new HubError('METHOD_NOT_ALLOWED');
        if (!request.headers['content-type']?.startsWith('application/json'))
          throw new HubError('UNSUPPORTED_MEDIA_TYPE');
        return answerGraphql(request, response, requestId);
      case '/health/live':
        return send(response, 200, '{"status":"UP"}', requestId);
      case '/health/ready': {
        const isUp = await options.orm.isConnected();
        return send(response, isUp ? 200 : 503, JSON.stringify({ status: isUp ? 'UP' : 'DOWN' }), requestId);
      }
      default:
        return send(response, 404, '{"status":"NOT_FOUND"}', requestId);
    }
  }

  return {
    server,
    async close() {
      server.closeIdleConnections();
      if (server.listening) await new Promise<void>((resolve) => void server.close(() => resolve()));
      await apollo.stop();
    },
  };
}

/** The token is verified here again: what the gateway let through is not taken on trust. */
async function authenticate(
  request: IncomingMessage,
  { tokens, purposes }: AgencyAppOptions,
): Promise<Caller> {
  const claims = await tokens.verify(request.headers.authorization);
  const purpose = request.headers['x-purpose'];
  if (typeof purpose !== 'string' || !purposes.has(purpose)) throw new HubError('PURPOSE_REQUIRED');
  const approval = request.headers['x-approval'];
  return { ...claims, purpose, approval: typeof approval === 'string' ? approval : undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HubError('BAD_USER_INPUT', 'The body is not JSON.');
  }
}

function codeOfFailure(cause: unknown, log: Logger, requestId: string): ErrorCode {
  if (cause instanceof InvalidTokenError) return 'UNAUTHENTICATED';
  if (cause instanceof BodyTooLargeError) return 'PAYLOAD_TOO_LARGE';
  if (cause instanceof HubError) return cause.code;
  log.error({ requestId, failure: cause instanceof Error ? cause.name : 'unknown' }, 'request failed');
  return 'INTERNAL_SERVER_ERROR';
}

function refuse(response: ServerResponse, requestId: string, code: ErrorCode): void {
  const { status, en, zh } = ERROR_CODES[code];
  const body = JSON.stringify({ errors: [{ message: en, extensions: { code, requestId, messageZh: zh } }] });
  if (response.headersSent) response.destroy();
  else send(response, code === 'INTERNAL_SERVER_ERROR' ? 500 : status, body, requestId);
}

function send(response: ServerResponse, status: number, body: string, requestId: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    'cache-control': 'no-store',
  });
  response.end(body);
}

const nameRequestInErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue, response }) => {
        if (response.body.kind === 'single') {
          for (const error of response.body.singleResult.errors ?? []) {
            Object.assign(error, { extensions: { ...error.extensions, requestId: contextValue.requestId } });
          }
        }
        return Promise.resolve();
      },
    }),
};

function logFailures(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors, contextValue }) => {
          for (const error of errors) {
            const original = error.originalError ?? error;
            if (original instanceof HubError) continue;
            log.error(
              { requestId: contextValue.requestId, failure: original.name, sqlState: sqlStateOf(original) },
              'resolver failed',
            );
          }
          return Promise.resolve();
        },
      }),
  };
}

/** SQLSTATE says what went wrong without saying with which value. */
function sqlStateOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
