import type { Fetcher } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { withoutNullSchema } from './graphql.answer.js';
import type { Session } from './session.js';

export type FetcherOptions = {
  readonly endpoint: string;
  readonly session: Session;
  /** Ends every request under way, for instance when another persona takes over. */
  readonly signal: AbortSignal;
};

/**
 * The editor's way to the hub. Returns an observable, not a promise, so that the editor's stop button
 * cancels the request and with it the calls to the agencies.
 * Headers typed into the editor (such as x-approval) are sent, but can't replace who asks and for what:
 * the line under the bar must stay true.
 */
export function createHubFetcher({ endpoint, session, signal }: FetcherOptions): Fetcher {
  async function ask(
    body: string,
    typed: Record<string, string> | undefined,
    ends: AbortSignal,
  ): Promise<ExecutionResult> {
    const headers = new Headers(typed);
    for (const [name, value] of Object.entries(await session.headers())) headers.set(name, value);
    headers.set('content-type', 'application/json');
    const response = await fetch(endpoint, {
      method: 'POST',
      headers,
      body,
      signal: ends,
      credentials: 'omit',
      cache: 'no-store',
    });
    if (response.status === 401) session.forgetToken();
    const text = await response.text();
    try {
      return withoutNullSchema(JSON.parse(text) as ExecutionResult);
    } catch {
      throw new Error(`The hub answered HTTP ${response.status} without JSON.`);
    }
  }

  return ({ query, variables, operationName }, options) => ({
    subscribe(observer) {
      if (typeof observer !== 'object') throw new TypeError('The hub is observed with an observer object.');
      const stopped = new AbortController();
      const ends = AbortSignal.any([signal, stopped.signal]);
      ask(JSON.stringify({ query, variables, operationName }), options?.headers, ends).then(
        (answer) => {
          if (ends.aborted) return;
          observer.next(answer);
          observer.complete();
        },
        (error: unknown) => {
          if (!ends.aborted) observer.error(error);
        },
      );
      return { unsubscribe: () => stopped.abort() };
    },
  });
}
