import { createHash } from 'node:crypto';
import type { TokenVerifier } from '../subgraphs/_kit/trust/access-token.js';
import { callerOf } from './request/authenticate.js';
import type { BreakerState, CircuitBreaker } from './engine/circuit-breaker.js';
import { sendJson, type Exchange } from './request/http-exchange.js';
import { Refusal } from './request/refusal.js';
import type { Routes } from './routes.js';

/** System administration: runs the gateway, and reads no record of anybody. */
export const SYSTEM_MANAGE_SCOPE = 'hub.system.manage';

export interface SystemParts {
  readonly verifier: TokenVerifier;
  readonly breakers: ReadonlyMap<string, CircuitBreaker>;
  /** Text of the supergraph in force. */
  readonly supergraph: () => string;
  /** @returns whether what is there now is in force; false keeps the last good one. */
  readonly reload: () => Promise<boolean>;
}

interface SystemState {
  /** SHA-256 of the supergraph in force, to compare with the file that was rolled out. */
  readonly supergraph: string;
  readonly breakers: Readonly<Record<string, BreakerState>>;
}

/** What a system administrator may see and do beyond the open health check. */
export function systemRoutes({ verifier, breakers, supergraph, reload }: SystemParts): Routes {
  const state = (): SystemState => ({
    supergraph: createHash('sha256').update(supergraph()).digest('hex'),
    breakers: Object.fromEntries([...breakers].map(([agency, breaker]) => [agency, breaker.state()])),
  });

  async function requireAdministrator({ request }: Exchange): Promise<void> {
    const { scopes } = await callerOf(request, verifier);
    if (!scopes.has(SYSTEM_MANAGE_SCOPE)) throw new Refusal('FORBIDDEN');
  }

  return {
    'GET /system': async (exchange) => {
      await requireAdministrator(exchange);
      sendJson(exchange, 200, state());
    },
    'POST /system/reload': async (exchange) => {
      await requireAdministrator(exchange);
      const isReloaded = await reload();
      sendJson(exchange, 200, { isReloaded, ...state() });
    },
  };
}
