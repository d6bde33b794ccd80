import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../../gateway/development-issuer.js';
import type { Persona } from '../../../gateway/persona.js';
import {
  createGateway,
  type Gateway,
  type GatewayLog,
  type GatewayOptions,
} from '../../../gateway/server.js';
import { composeMiniature, MINIATURE_AGENCIES, type MiniatureAgency } from './miniature.schema.js';
import { startSubgraph, type SubgraphServer } from './subgraph.server.js';

export const ALL_SCOPES =
  'hub.schema.read coordination.case.read education.phone.read civil-affairs.welfare.read';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly AnsweredError[];
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly agency?: string };
}

export interface AskOptions {
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly documentId?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export interface MiniatureHub {
  readonly url: URL;
  readonly gateway: Gateway;
  readonly issuer: DevelopmentIssuer;
  readonly agencies: Readonly<Record<MiniatureAgency, SubgraphServer>>;
  readonly directory: string;
  readonly logged: string[];
  ask(query: string | undefined, options?: AskOptions): Promise<Answer>;
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<Answer>;
  token(
    claims?: Partial<Persona['claims']>,
    clientClass?: 'EXPLORER' | 'PORTAL',
    seconds?: number,
  ): Promise<string>;
  close(): Promise<void>;
}

/** Starts three agencies and a gateway over loopback HTTP, with a real key pair behind the tokens. */
export async function startMiniatureHub(
  adjust: (
    options: GatewayOptions,
    directory: string,
    issuer: DevelopmentIssuer,
  ) => Partial<GatewayOptions> = () => ({}),
  port = 0,
): Promise<MiniatureHub> {
  const directory = await mkdtemp(join(tmpdir(), 'miniature-hub-'));
  const issuer = await createDevelopmentIssuer({
    directory,
    issuer: 'http://issuer.test',
    audience: 'hub',
    production: false,
  });
  const servers = await Promise.all(
    MINIATURE_AGENCIES.map(async (name) => [name, await startSubgraph(name)] as const),
  );
  const agencies = Object.fromEntries(servers) as Record<MiniatureAgency, SubgraphServer>;
  const logged: string[] = [];
  const record = (details: object, message: string) =>
    void logged.push(`${message} ${JSON.stringify(details)}`);
  const log: GatewayLog = { info: record, warn: record, error: record };
  const options: GatewayOptions = {
    supergraph: composeMiniature(),
    subgraphUrls: Object.fromEntries(servers.map(([name, { url }]) => [name, url])),
    subgraphTimeoutMs: 400,
    tokenIssuer: issuer.tokenIssuer,
    purposes: new Set(['CASE_HANDLING', 'SUPERVISION']),
    log,
  };
  const gateway = createGateway({ ...options, ...adjust(options, directory, issuer) });

  async function close(): Promise<void> {
    await gateway.close();
    await Promise.all(MINIATURE_AGENCIES.map((name) => agencies[name].close()));
    await rm(directory, { recursive: true });
  }
  const url = await gateway.listen({ host: '127.0.0.1', port }).catch(async (cause: unknown) => {
    await close();
    throw cause;
  });

  async function token(
    claims: Partial<Persona['claims']> = {},
    clientClass: 'EXPLORER' | 'PORTAL' = 'EXPLORER',
    seconds = 60,
  ): Promise<string> {
    const officer = {
      sub: 'officer',
      agency: 'education',
      role: 'bureau-officer',
      scope: ALL_SCOPES,
      jurisdiction: [],
    };
    return issuer.issueToken({ ...officer, ...claims }, clientClass, seconds);
  }
  const ownToken = await token();

  async function send(
    body: string | Uint8Array,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const response = await fetch(new URL('graphql', url), {
      method: 'POST',
      body: body as BodyInit,
      headers,
      signal,
    });
    const text = await response.text();
    const parsed = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: AnsweredError[] };
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: parsed.data,
      errors: parsed.errors ?? [],
    };
  }
  function headersOf(bearer: string): Record<string, string> {
    return {
      authorization: `Bearer ${bearer}`,
      'x-purpose': 'CASE_HANDLING',
      'content-type': 'application/json',
    };
  }

  return {
    url,
    gateway,
    issuer,
    agencies,
    directory,
    logged,
    ask: (query, { token: bearer = ownToken, headers, signal, ...rest } = {}) =>
      send(JSON.stringify({ query, ...rest }), { ...headersOf(bearer), ...headers }, signal),
    post: (body, headers) => send(body, { ...headersOf(ownToken), ...headers }),
    token,
    close,
  };
}
