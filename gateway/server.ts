import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drain } from '../subgraphs/_kit/http/drain.js';
import { createTokenVerifier } from '../subgraphs/_kit/trust/access-token.js';
import { createCircuitBreaker, DEFAULT_BREAKER } from './engine/circuit-breaker.js';
import { createEngineHolder } from './engine/engine-holder.js';
import { explorerAssets, explorerRoutes } from './explorer.js';
import type { Gateway, GatewayOptions } from './gateway.options.js';
import { answerGraphql } from './request/graphql-request.js';
import { createReadinessCheck } from './health.js';
import { openExchange, sendJson, sendText, type Exchange } from './request/http-exchange.js';
import { DEFAULT_LIMITS } from './request/limits.js';
import { createMetrics } from './metrics.js';
import { Refusal } from './request/refusal.js';
import { readRegisteredOperations } from './request/registered-operations.js';
import { createRequestRate } from './request/request-rate.js';
import { createRouter, type Routes } from './routes.js';
import { systemRoutes } from './system-routes.js';
import { createTransport } from './engine/transport.js';

export type { Gateway, GatewayOptions, ExplorerOptions, PurposeTitle } from './gateway.options.js';
export type { GatewayLog } from './gateway-log.js';

const DEFAULT_SUBGRAPH_TIMEOUT_MS = 3000;
const DEFAULT_POLL_MS = 10_000;
/** A client that dribbles its headers or body is cut off, so that it can't hold a connection for ever. */
const HEADERS_TIMEOUT_MS = 5000;
const REQUEST_TIMEOUT_MS = 15_000;

/** Builds the gateway; nothing is loaded, connected or opened before `listen`. */
export function createGateway(options: GatewayOptions): Gateway {
  const { subgraphUrls: urls, clock = Date.now, log, explorer, developmentIssuer } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const breaker = { ...DEFAULT_BREAKER, ...options.breaker };
  const breakers = new Map(Object.keys(urls).map((agency) => [agency, createCircuitBreaker(breaker, clock)]));
  const metrics = createMetrics(breakers);
  const transport = createTransport({
    urls,
    timeoutMs: options.subgraphTimeoutMs ?? DEFAULT_SUBGRAPH_TIMEOUT_MS,
    answerBytes: limits.answerBytes,
    breakers,
    metrics,
    sign: options.signRequest,
    clock,
    log,
  });
  const engines = createEngineHolder({ supergraph: options.supergraph, transport, urls, limits, log });
  const registered = readRegisteredOperations(options.operationsDirectory);
  const checkReadiness = createReadinessCheck(urls, clock);
  const verifier = createTokenVerifier(options.tokenIssuer);
  const graphql = {
    verifier,
    purposes: options.purposes,
    limits,
    mayAsk: createRequestRate(limits.requestsPerMinute, clock),
    registered,
    clock,
  };

  const reload = () =>
    engines.load().then(
      () => true,
      () => false,
    );

  async function serveGraphql(exchange: Exchange): Promise<void> {
    const started = clock();
    const lease = engines.lease();
    let outcome = 'INTERNAL_SERVER_ERROR';
    try {
      const result = await answerGraphql(exchange, lease.engine, graphql);
      outcome = result.errors ? 'PARTIAL' : 'OK';
      sendJson(exchange, 200, result);
    } catch (cause) {
      if (cause instanceof Refusal) outcome = cause.code;
      throw cause;
    } finally {
      lease.release();
      metrics.request(outcome, (clock() - started) / 1000);
    }
  }

  const routes: Routes = {
    'POST /graphql': serveGraphql,
    'GET /health/live': (exchange) => sendJson(exchange, 200, { status: 'UP' }),
    'GET /health/ready': async (exchange) => {
      const readiness = await checkReadiness(engines.isLoaded() && server.listening);
      sendJson(exchange, readiness.status === 'DOWN' ? 503 : 200, readiness);
    },
    'GET /metrics': async (exchange) => sendText(exchange, 200, metrics.contentType, await metrics.page()),
    ...(developmentIssuer && {
      'GET /.well-known/jwks.json': (exchange) => sendJson(exchange, 200, developmentIssuer.tokenIssuer.keys),
    }),
    ...systemRoutes({ verifier, breakers, supergraph: () => engines.sdl(), reload }),
    ...explorerRoutes({ explorer, developmentIssuer, personas: options.personas ?? [], registered }),
  };
  const sendAsset = explorerAssets(explorer);
  const router = createRouter(
    routes,
    async (exchange, path) => {
      const [, folder, ...rest] = path.split('/');
      return folder === 'explorer' && sendAsset(exchange, rest.join('/') || 'index.html');
    },
    log,
  );
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    (request, response) => void router.route(openExchange(request, response)),
  );
  let poll: NodeJS.Timeout | undefined;

  return {
    async listen({ host, port }) {
      await engines.load();
      await startListening(server, host, port);
      const everyMs = options.supergraphPollMs ?? DEFAULT_POLL_MS;
      if (typeof options.supergraph === 'function' && everyMs > 0) {
        poll = setInterval(() => void engines.load().catch(() => undefined), everyMs).unref();
      }
      const { port: bound } = server.address() as AddressInfo;
      return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${bound}/`);
    },
    reload,
    async close() {
      clearInterval(poll);
      await drain(server);
      await engines.dispose();
      await transport.close();
    },
  };
}

/** The port is taken, or the host is not this machine's: an operator has to change a setting. */
class ListenError extends Error {
  override readonly name = 'ListenError';
}

async function startListening(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be opened (${code})`;
      reject(new ListenError(`Port ${port} on ${host} ${reason}. Choose another one by its setting.`));
    });
    server.listen(port, host, resolve);
  });
}
