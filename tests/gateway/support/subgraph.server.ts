import { ApolloServer, HeaderMap } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MINIATURE_RESOLVERS, type SubgraphContext } from './miniature.resolvers.js';
import { MINIATURE_SDL, type MiniatureAgency } from './miniature.schema.js';

/** A call as it reached the agency. */
export interface ReceivedCall {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SubgraphServer {
  readonly url: URL;
  readonly calls: ReceivedCall[];
  /** Calls whose caller went away before they were answered. */
  abandoned(): number;
  /** Makes the agency misbehave from now on; undefined makes it well again. */
  misbehave(fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** Answers in the agency's stead, or rewrites its honest answer when one is handed in. */
export interface Fault {
  readonly answer?: (response: ServerResponse) => void;
  readonly rewrite?: (honest: Record<string, unknown>) => unknown;
  readonly delayMs?: number;
  /** What it says of its health; by default a faulty one is not ready. */
  readonly health?: string;
}

/** An agency in memory behind real HTTP: Apollo Server with the federation subgraph protocol. */
export async function startSubgraph(agency: MiniatureAgency): Promise<SubgraphServer> {
  const apollo = new ApolloServer<SubgraphContext>({
    schema: buildSubgraphSchema([
      { typeDefs: parse(MINIATURE_SDL[agency]), resolvers: MINIATURE_RESOLVERS[agency] },
    ]),
    includeStacktraceInErrorResponses: true,
    introspection: false,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  await apollo.start();
  const calls: ReceivedCall[] = [];
  let fault: Fault | undefined;
  let abandoned = 0;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/health/ready') {
      response.statusCode = fault && fault.health === undefined ? 503 : 200;
      response.end(fault?.health ?? '{"status":"UP"}');
      return;
    }
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string | undefined>;
    calls.push({ headers, body });
    const active = fault;
    if (active?.delayMs) await new Promise((resolve) => setTimeout(resolve, active.delayMs));
    if (active?.answer) {
      active.answer(response);
      return;
    }
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers: new HeaderMap(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        search: '',
        body: JSON.parse(body) as unknown,
      },
      context: () => Promise.resolve({ headers }),
    });
    const honest = answer.body.kind === 'complete' ? answer.body.string : '';
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    const rewritten: unknown = active?.rewrite?.(JSON.parse(honest) as Record<string, unknown>);
    response.end(
      rewritten === undefined
        ? honest
        : typeof rewritten === 'string'
          ? rewritten
          : JSON.stringify(rewritten),
    );
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    calls,
    abandoned: () => abandoned,
    misbehave(next) {
      fault = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
    },
  };
}
