import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { createTokenVerifier } from '../../../subgraphs/_kit/trust/access-token.js';
import type { GatewaySetup } from './gateway-setup.js';

interface Child extends Record<string, unknown> {
  readonly id: string;
}

type Call = (agency: string, bodyStart: string, variables: unknown) => Promise<Record<string, unknown>>;

interface Plan {
  readonly first: PlannedCall;
  readonly then: readonly PlannedCall[];
}

interface PlannedCall {
  readonly agency: string;
  /** JSON text of the body up to the value of `variables`. */
  readonly bodyStart: string;
  readonly variables: readonly string[];
}

/**
 * What a good engineer would write by hand for one operation: verify the token, ask coordination, then the other six at
 * once, merge. No planning, no rights by field, no errors by field: the floor under any gateway's cost.
 */
export async function startFloor({ urls, tokenIssuer, plans }: GatewaySetup): Promise<string> {
  const tokens = createTokenVerifier(tokenIssuer);
  const pools = new Map(
    Object.entries(urls).map(([agency, url]) => [agency, new Pool(url, { connections: 64 })]),
  );
  const byText = new Map(Object.entries(plans).map(([text, calls]) => [text, planOf(calls)]));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers;
    await tokens.verify(authorization);
    const { query, variables } = JSON.parse(await readText(request)) as { query: string; variables: object };
    const plan = byText.get(query);
    if (!plan) throw new Error('The floor knows the operations of the measurement only.');
    const headers = {
      'content-type': 'application/json',
      authorization,
      'x-purpose': request.headers['x-purpose'],
    };
    const call: Call = async (agency, bodyStart, values) => {
      const pool = pools.get(agency);
      if (!pool) throw new Error(`No address of ${agency}.`);
      const body = `${bodyStart}${JSON.stringify(values)}}`;
      const answered = await pool.request({ method: 'POST', path: '/graphql', headers, body });
      return ((await answered.body.json()) as { data: Record<string, unknown> }).data;
    };
    const text = JSON.stringify({ data: await execute(plan, variables as Record<string, unknown>, call) });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function execute({ first, then }: Plan, given: Record<string, unknown>, call: Call): Promise<unknown> {
  const wanted = Object.fromEntries(first.variables.map((name) => [name, given[name]]));
  const data = await call(first.agency, first.bodyStart, wanted);
  const children = childrenIn(data);
  const representations = children.map(({ id }) => ({ __typename: 'Student', id }));
  await Promise.all(
    then.map(async ({ agency, bodyStart, variables: [name = 'representations'] }) => {
      const { _entities: entities } = await call(agency, bodyStart, { [name]: representations });
      (entities as object[]).forEach((entity, index) => Object.assign(children[index] ?? {}, entity));
    }),
  );
  for (const child of children) delete child['__typename'];
  return data;
}

function childrenIn(data: Record<string, unknown>): Child[] {
  const { student, students } = data as {
    student?: Child;
    students?: { nodes?: Child[]; edges?: { node: Child }[] };
  };
  if (student) return [student];
  return students?.nodes ?? students?.edges?.map(({ node }) => node) ?? [];
}

function planOf(calls: GatewaySetup['plans'][string]): Plan {
  const planned = calls.map(({ agency, query, variables }) => ({
    agency,
    bodyStart: `{"query":${JSON.stringify(query)},"variables":`,
    variables: Object.keys(variables ?? {}),
  }));
  const [first, ...then] = planned;
  if (!first) throw new Error('A plan without a call.');
  return { first, then };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
