import { createGateway } from '../../../gateway/server.js';
import { createLogger } from '../../../subgraphs/_kit/log.js';
import type { GatewaySetup } from './gateway-setup.js';

/** The hub's gateway with all its guards; only the rate limit is out of reach, because a load test is what it stops. */
export async function startOurs({ supergraph, urls, tokenIssuer, purposes }: GatewaySetup): Promise<string> {
  const gateway = createGateway({
    supergraph,
    subgraphUrls: Object.fromEntries(Object.entries(urls).map(([agency, url]) => [agency, new URL(url)])),
    tokenIssuer,
    purposes: new Set(purposes),
    limits: { requestsPerMinute: 100_000_000 },
    log: createLogger('warn', 'gateway'),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return url.origin;
}
