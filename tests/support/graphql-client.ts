import { headersOf, type TestCaller } from './callers.js';

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
): Promise<GraphqlAnswer<Data>> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: await headersOf(caller),
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data: Data; errors?: GraphqlError[] };
  return { status: response.status, data: body.data, errors: body.errors ?? [] };
}
