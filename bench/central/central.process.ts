import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { buildASTSchema, defaultFieldResolver, parse, type GraphQLFieldResolver } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import pg from 'pg';
import { loadPolicies } from '../../policies/load-policies.js';
import { dayInShanghai } from '../../policies/iso-date.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import { createTokenVerifier } from '../../subgraphs/_kit/trust/access-token.js';
import type { TokenClaims } from '../../subgraphs/_kit/access/caller.js';
import { servePinned } from '../processes/pinned-process.js';
import { completePicture, type PictureRow } from './derived-values.js';
import { pictureStatement } from './picture-statement.js';

export interface CentralSetup {
  readonly databaseUrl: string;
  readonly supergraph: string;
  readonly tokenIssuer: { readonly issuer: string; readonly audience: string; readonly keys: JSONWebKeySet };
}

type Resolver = GraphQLFieldResolver<unknown, TokenClaims>;

/** What a county would build instead of the hub: one server, one database, the same picture. */
async function start({ databaseUrl, supergraph, tokenIssuer }: CentralSetup): Promise<{ url: string }> {
  const tokens = createTokenVerifier(tokenIssuer);
  const policies = loadPolicies();
  // Planning the statement takes far longer than running it, so it is planned once for each connection.
  const options = '-c plan_cache_mode=force_generic_plan -c jit=off';
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options });
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const statements = { byId: pictureStatement('byId'), page: pictureStatement('page') };

  async function read(
    name: keyof typeof statements,
    asked: readonly string[],
    caller: TokenClaims,
  ): Promise<object[]> {
    const now = new Date();
    const today = dayInShanghai(now);
    const areas = caller.jurisdiction.filter(({ kind }) => kind === 'DIVISION').map(({ code }) => code);
    const values = [asked, areas, now.toISOString(), today, academicYearOf(today)];
    const { rows } = await pool.query<{ picture: PictureRow }>({ name, text: statements[name], values });
    return rows.map(({ picture }) => completePicture(picture, policies, today));
  }
  const roots: Record<string, Resolver> = {
    student: async (_, { id }, caller) => (await read('byId', [String(id)], caller))[0],
    students: async (_, { first = 20 }, caller) => {
      const rows = await read('page', [String(Number(first) + 1)], caller);
      return {
        nodes: rows.slice(0, Number(first)),
        pageInfo: { hasNextPage: rows.length > Number(first), endCursor: null },
      };
    },
  };
  const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true, assumeValid: true });
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.resolve = roots[field.name] ?? defaultFieldResolver;
  }
  const apollo = new ApolloServer<TokenClaims>({
    schema,
    introspection: false,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const server = createServer((request, response) => {
    void (async () => {
      const caller = await tokens.verify(request.headers.authorization);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const headers = new HeaderMap([['content-type', 'application/json']]);
      const result = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(caller),
      });
      const text = result.body.kind === 'complete' ? result.body.string : '';
      response.writeHead(result.status ?? 200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    })().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

servePinned(start);
