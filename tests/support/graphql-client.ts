import { randomUUID } from 'node:crypto';
import type { SubgraphRequest } from '../../gateway/engine/transport.js';
import { headersOf, type TestCaller } from './callers.js';

/** Headers by which an agency knows the gateway; a portal has none. */
export type SignTestCall = (call: Omit<SubgraphRequest, 'agency'>) => Readonly<Record<string, string>>;

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly agency?: string };
}

/** Data is deliberately loose: each test states the shape it expects. */
export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly GraphqlError[];
}

/** Sends one operation over HTTP, as a portal would. */
export async function postGraphql<Data>(
  url: URL,
  caller: TestCaller,
  query: string,
  variables: Record<string, unknown> = {},
  sign: SignTestCall = () => ({}),
): Promise<GraphqlAnswer<Data>> {
  const headers = await headersOf(caller);
  const requestId = randomUUID();
  const call = {
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify({ query, variables }),
    requestId,
  } as const;
  const signature = sign({
    ...call,
    authorization: headers.authorization ?? '',
    purpose: caller.purpose,
    approval: caller.approval,
  });
  const response = await fetch(new URL(call.path, url), {
    method: call.method,
    headers: { ...headers, ...signature, 'x-request-id': requestId },
    body: call.body,
  });
  const body = (await response.json()) as { data: Data; errors?: GraphqlError[] };
  return { status: response.status, data: body.data, errors: body.errors ?? [] };
}
