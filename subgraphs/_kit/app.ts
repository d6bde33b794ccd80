import { createServer, type Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { SubgraphDefinition } from './define-subgraph.js';
import type { ErrorCode } from './error-codes.js';
import { HubError } from './errors.js';
import { createGraphqlEndpoint, type GraphqlEndpointOptions } from './http/graphql-endpoint.js';
import { refuse, send, type Call } from './http/call.js';
import { BodyTooLargeError } from './http/read-body.js';
import { drain } from './http/drain.js';
import { createServiceEndpoints, type ServiceOptions } from './http/service-endpoints.js';
import type { Logger } from './log.js';
import { IncompatibleRightsError, InvalidTokenError } from './trust/access-token.js';
import { IssuerUnavailableError } from './trust/issuer-keys.js';

/** It stands in logs and in the access log: no ID number passes for one. */
const REQUEST_ID = /^(?!.*\d{17})[\w-]{8,64}$/;

export type AgencyAppOptions = GraphqlEndpointOptions & ServiceOptions;

export interface AgencyApp {
  readonly server: Server;
  close(): Promise<void>;
}

/** Builds an agency's HTTP application; it does not listen yet. */
export async function createAgencyApp(
  definition: SubgraphDefinition,
  options: AgencyAppOptions,
): Promise<AgencyApp> {
  const graphql = await createGraphqlEndpoint(definition, options);
  const service = createServiceEndpoints(definition, options);

  async function route(call: Call): Promise<void> {
    const { method, url = '' } = call.request;
    if (url === '/graphql') {
      if (method !== 'POST') throw new HubError('METHOD_NOT_ALLOWED');
      return graphql.answer(call);
    }
    if (service.has(url)) {
      if (method !== 'POST') throw new HubError('METHOD_NOT_ALLOWED');
      return service.answer(call);
    }
    if (url === '/health/live') return send(call, 200, '{"status":"UP"}');
    if (url === '/health/ready') {
      const isUp = await options.orm.isConnected();
      return send(call, isUp ? 200 : 503, JSON.stringify({ status: isUp ? upOrDegraded() : 'DOWN' }));
    }
    return send(call, 404, '{"status":"NOT_FOUND"}');
  }

  /** An agency that can't record accesses is there, and refuses: starting it anew would help nobody. */
  const upOrDegraded = () => (options.accessLog.isWritable() ? 'UP' : 'DEGRADED');

  const server = createServer((request, response) => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    const call: Call = { request, response, requestId };
    route(call).catch((cause: unknown) => refuse(call, codeOfFailure(cause, options.log, requestId)));
  });

  return {
    server,
    async close() {
      if (server.listening) await drain(server);
      await graphql.close();
    },
  };
}

function codeOfFailure(cause: unknown, log: Logger, requestId: string): ErrorCode {
  if (cause instanceof InvalidTokenError) return 'UNAUTHENTICATED';
  if (cause instanceof IncompatibleRightsError) return 'RIGHTS_INCOMPATIBLE';
  if (cause instanceof IssuerUnavailableError) return 'IDENTITY_UNAVAILABLE';
  if (cause instanceof BodyTooLargeError) return 'PAYLOAD_TOO_LARGE';
  if (cause instanceof HubError) return cause.code;
  log.error({ requestId, failure: cause instanceof Error ? cause.name : 'unknown' }, 'request failed');
  return 'INTERNAL_SERVER_ERROR';
}
