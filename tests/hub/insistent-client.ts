import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SignSubgraphRequest } from '../../gateway/engine/transport.js';

const BEFORE_TRYING_AGAIN_MS = 50;
/** Longer than an agency takes to be started again on a busy machine. */
const PATIENCE_MS = 120_000;

export interface InsistentClient {
  /**
   * Has a mutation carried out: asked again with the same words until an agency acknowledges it, as a portal does whose
   * connection broke, since it can't know whether the first attempt counted.
   *
   * @returns the mutation's payload as JSON, or CONFLICT for a key that was used with other words
   */
  command(query: string, input: object): Promise<string>;
  /** Answers that came, and attempts that came to nothing. */
  readonly counts: { readonly acknowledged: number; readonly lost: number };
  close(): void;
}

interface Answer {
  readonly data?: Readonly<Record<string, object | null>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

export interface ClientOptions {
  readonly url: URL;
  readonly agency: string;
  readonly token: string;
  readonly sign: SignSubgraphRequest;
  readonly connections: number;
}

export function openInsistentClient({
  url,
  agency,
  token,
  sign,
  connections,
}: ClientOptions): InsistentClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counts = { acknowledged: 0, lost: 0 };
  const caller = { authorization: `Bearer ${token}`, purpose: 'CASE_HANDLING' };

  function post(body: string): Promise<Answer | undefined> {
    const call = { method: 'POST', path: '/graphql', body, requestId: randomUUID() } as const;
    const headers = {
      ...sign({ ...call, ...caller, approval: undefined, agency }),
      authorization: caller.authorization,
      'x-purpose': caller.purpose,
      'x-request-id': call.requestId,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve) => {
      const sent = request(new URL(call.path, url), { method: call.method, agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('close', () => resolve(response.complete ? (JSON.parse(text) as Answer) : undefined));
      });
      sent.once('error', () => resolve(undefined));
      sent.end(body);
    });
  }

  return {
    counts,
    async command(query, input) {
      const body = JSON.stringify({ query, variables: { input } });
      const deadline = performance.now() + PATIENCE_MS;
      while (performance.now() < deadline) {
        const { data, errors } = (await post(body)) ?? {};
        const [payload] = Object.values(data ?? {});
        const isRefused = errors?.[0]?.extensions.code === 'CONFLICT';
        if (payload || isRefused) {
          counts.acknowledged += 1;
          return isRefused ? 'CONFLICT' : JSON.stringify(payload);
        }
        counts.lost += 1;
        await delay(BEFORE_TRYING_AGAIN_MS);
      }
      throw new Error(`Nobody at ${agency} acknowledged a command in time.`);
    },
    close: () => agent.destroy(),
  };
}
