import type { Exchange } from './request/http-exchange.js';
import { sendJson, sendRefusal } from './request/http-exchange.js';
import { Refusal } from './request/refusal.js';
import type { GatewayLog } from './gateway-log.js';

export type Handler = (exchange: Exchange) => unknown;
/** Handlers by method and path, e.g. `POST /graphql`. */
export type Routes = Readonly<Record<`${'GET' | 'POST'} /${string}`, Handler>>;

export interface Router {
  /** Always answers; a handler's failure becomes a coded error. @returns the code it was refused with, if any */
  route(exchange: Exchange): Promise<string | undefined>;
}

/** @param unmatched serves what is no fixed route (files); @returns from it whether it did */
export function createRouter(
  routes: Routes,
  unmatched: (exchange: Exchange, path: string) => Promise<boolean>,
  log: GatewayLog,
): Router {
  const handlers = new Map<string, Handler>(Object.entries(routes));
  const paths = new Set([...handlers.keys()].map((route) => route.slice(route.indexOf(' ') + 1)));
  return {
    async route(exchange) {
      const { request, requestId } = exchange;
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      try {
        const handler = handlers.get(`${request.method} ${path}`);
        if (handler) await handler(exchange);
        else if (paths.has(path)) throw new Refusal('METHOD_NOT_ALLOWED');
        else if (request.method !== 'GET' || !(await unmatched(exchange, path))) {
          sendJson(exchange, 404, { error: 'NOT_FOUND' });
        }
        return undefined;
      } catch (cause) {
        const refusal = cause instanceof Refusal ? cause : new Refusal('INTERNAL_SERVER_ERROR');
        if (refusal !== cause)
          log.error({ requestId, failure: failureName(cause) }, 'A request failed inside the gateway.');
        sendRefusal(exchange, refusal);
        return refusal.code;
      }
    },
  };
}

/** The kind of failure only: its message may quote what the client sent. */
function failureName(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
