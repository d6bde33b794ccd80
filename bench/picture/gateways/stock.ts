import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { createTokenVerifier } from '../../../subgraphs/_kit/trust/access-token.js';
import type { TokenClaims } from '../../../subgraphs/_kit/access/caller.js';
import type { GatewaySetup } from './gateway-setup.js';

const ADDRESS = /"http:\/\/([a-z-]+)\.agency\.invalid\/graphql"/g;

/** The engine as its makers ship it, with its own HTTP server side, transport, rights, limits and error masking. */
export async function startStock({ supergraph, urls, tokenIssuer }: GatewaySetup): Promise<string> {
  const tokens = createTokenVerifier(tokenIssuer);
  const runtime = createGatewayRuntime({
    supergraph: supergraph.replaceAll(ADDRESS, (_, agency: string) => `"${urls[agency] ?? ''}/graphql"`),
    unifiedGraphHandler,
    genericAuth: {
      mode: 'protect-granular',
      resolveUserFn: ({ headers }) => tokens.verify(headers['authorization']),
      extractScopes: (user) => [...(user as TokenClaims).scopes],
    },
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) => ({
        authorization: request.headers.get('authorization') ?? undefined,
        'x-purpose': request.headers.get('x-purpose') ?? undefined,
      }),
    },
    // Merging identical calls would hand one user's answer to another, because identity is added later.
    transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
    // Time enough on a slow machine: what is measured is how much it answers, not how much it gives up.
    upstreamTimeout: 20_000,
    demandControl: { maxCost: 100_000, listSize: 10 },
    maskedErrors: true,
    landingPage: false,
    graphiql: false,
    logging: 'error',
  });
  const server = createServer((request, response) => void runtime(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
