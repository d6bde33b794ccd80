import { Client, type Dispatcher } from 'undici';
import { percentilesOf, type Latencies } from './percentiles.js';

export interface Volley {
  readonly url: string;
  /** One connection for each; every connection has one request under way at any time. */
  readonly connections: readonly Readonly<Record<string, string>>[];
  /** JSON bodies are this text with one of the values in the middle, taken in turn. */
  readonly bodyStart: string;
  readonly bodyEnd: string;
  readonly values: readonly string[];
  readonly seconds: number;
  /** Length of a right answer where all are equally long; another length counts as a failure. */
  readonly answerBytes?: number;
}

export interface VolleyResult extends Latencies {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
}

/** Asks as fast as the answers come, over the number of connections given, and times each from sending to last byte. */
export async function fireRequests(volley: Volley): Promise<VolleyResult> {
  const { url, connections, seconds } = volley;
  const { origin, pathname } = new URL(url);
  const latencies: number[] = [];
  let failures = 0;
  let turn = 0;
  const started = performance.now();
  const until = started + seconds * 1000;

  await Promise.all(
    connections.map(async (headers) => {
      const client = new Client(origin, { pipelining: 1 });
      try {
        while (performance.now() < until) {
          const body = `${volley.bodyStart}${volley.values[turn++ % volley.values.length] ?? ''}${volley.bodyEnd}`;
          const sent = performance.now();
          const { status, bytes } = await post(client, { path: pathname, headers, body });
          latencies.push(performance.now() - sent);
          if (status !== 200 || (volley.answerBytes !== undefined && bytes !== volley.answerBytes))
            failures++;
        }
      } finally {
        await client.close();
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  return { requests: latencies.length, failures, seconds: took, ...percentilesOf(latencies) };
}

interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Without streams: the load shares its core with the agencies, so it has to be cheap. */
function post(client: Client, { path, headers, body }: Post): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let bytes = 0;
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => undefined,
      onResponseStart: (_, code) => void (status = code),
      onResponseData: (_, chunk) => void (bytes += chunk.length),
      onResponseEnd: () => resolve({ status, bytes }),
      onResponseError: (_, error) => reject(error),
    };
    client.dispatch({ method: 'POST', path, headers, body }, handler);
  });
}
