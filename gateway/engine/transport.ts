import { Pool } from 'undici';
import { readExpected } from '../answer/answer-reader.js';
import type { CallVerdict, CircuitBreaker } from './circuit-breaker.js';
import type { FetchShape } from '../answer/fetch-shape.js';
import type { GatewayLog } from '../gateway-log.js';
import { agencyCode } from '../answer/mask-errors.js';
import type { CallOutcome, GatewayMetrics } from '../metrics.js';
import { isWellFormed, sealAnswer, type SealedResult } from '../answer/seal.js';
import { isRecord, parseUntrustedJson } from '../answer/untrusted-json.js';

const CONNECTIONS_PER_AGENCY = 64;

/** Of a client's request, what its subgraph calls need. */
export interface RequestScope {
  readonly authorization: string;
  readonly purpose: string;
  readonly approval: string | undefined;
  readonly requestId: string;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  /** Milliseconds of the gateway's clock after which no call waits any longer. */
  readonly deadline: number;
}

/** One call as it is about to be sent; `body` is final. */
export interface SubgraphRequest extends Omit<RequestScope, 'signal' | 'deadline'> {
  readonly agency: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: string;
}

/** @returns further headers of the call */
export type SignSubgraphRequest = (request: SubgraphRequest) => Readonly<Record<string, string>>;

export interface TransportOptions {
  readonly urls: Readonly<Record<string, URL>>;
  readonly timeoutMs: number;
  readonly answerBytes: number;
  readonly breakers: ReadonlyMap<string, CircuitBreaker>;
  readonly metrics: GatewayMetrics;
  readonly sign: SignSubgraphRequest | undefined;
  readonly clock: () => number;
  readonly log: GatewayLog;
}

export interface Transport {
  /** Never rejects: whatever goes wrong becomes a sealed answer. */
  call(
    agency: string,
    shape: FetchShape,
    variables: Readonly<Record<string, unknown>>,
    scope: RequestScope,
  ): Promise<SealedResult>;
  close(): Promise<void>;
}

interface Answer {
  readonly outcome: CallOutcome;
  readonly body?: unknown;
}

const VERDICTS: Record<CallOutcome, CallVerdict> = {
  ok: 'ANSWERED',
  refused: 'ANSWERED',
  abandoned: 'ABANDONED',
  breaker_open: 'ABANDONED',
  timeout: 'FAILED',
  unreachable: 'FAILED',
  garbage: 'FAILED',
  too_large: 'FAILED',
};

/** Calls subgraphs over undici's connection pools; identical calls of different users are never merged. */
export function createTransport(options: TransportOptions): Transport {
  const { breakers, metrics, clock, log } = options;
  const pools = new Map(
    Object.entries(options.urls).map(([agency, url]) => [
      agency,
      {
        path: `${url.pathname.replace(/\/$/, '')}/graphql`,
        pool: new Pool(url.origin, {
          connections: CONNECTIONS_PER_AGENCY,
          headersTimeout: 0,
          bodyTimeout: 0,
        }),
      },
    ]),
  );

  async function send(
    agency: string,
    shape: FetchShape,
    variables: Readonly<Record<string, unknown>>,
    scope: RequestScope,
  ): Promise<Answer> {
    const target = pools.get(agency);
    if (!target) return { outcome: 'unreachable' };
    const waitMs = Math.min(options.timeoutMs, scope.deadline - clock());
    if (waitMs <= 0) return { outcome: 'abandoned' };
    const stop = new AbortController();
    let ended: CallOutcome | undefined;
    const end = (outcome: CallOutcome) => {
      ended ??= outcome;
      stop.abort();
    };
    const leave = () => end('abandoned');
    // An answer that arrived while the process was busy is read before the time is called.
    const timer = setTimeout(() => setImmediate(end, 'timeout'), waitMs);
    scope.signal.addEventListener('abort', leave);
    try {
      if (scope.signal.aborted) return { outcome: 'abandoned' };
      const { path, pool } = target;
      const body = `${shape.bodyStart}${JSON.stringify(variables)}}`;
      const headers = headersFor({ ...scope, agency, method: 'POST', path, body }, options.sign);
      const response = await pool.request({ method: 'POST', path, headers, body, signal: stop.signal });
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of response.body as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > options.answerBytes) {
          end('too_large');
          return { outcome: 'too_large' };
        }
        chunks.push(chunk);
      }
      const [first] = chunks;
      const whole = first && chunks.length === 1 ? first : Buffer.concat(chunks, bytes);
      return readAnswer(response.statusCode, whole, shape, variables);
    } catch {
      return { outcome: ended ?? 'unreachable' };
    } finally {
      clearTimeout(timer);
      scope.signal.removeEventListener('abort', leave);
    }
  }

  return {
    async call(agency, shape, variables, scope) {
      const report = breakers.get(agency)?.admit();
      if (!report) {
        metrics.subgraphCall(agency, 'breaker_open', 0);
        return sealAnswer(agency, shape, variables, undefined);
      }
      const started = clock();
      const { outcome, body } = await send(agency, shape, variables, scope);
      const tookMs = clock() - started;
      report(VERDICTS[outcome]);
      metrics.subgraphCall(agency, outcome, tookMs / 1000);
      if (VERDICTS[outcome] === 'FAILED') {
        log.warn({ agency, outcome, tookMs, requestId: scope.requestId }, 'A subgraph call failed.');
      }
      return sealAnswer(agency, shape, variables, body);
    },
    async close() {
      await Promise.all([...pools.values()].map(({ pool }) => pool.destroy()));
    },
  };
}

function headersFor(request: SubgraphRequest, sign: SignSubgraphRequest | undefined): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    authorization: request.authorization,
    'x-purpose': request.purpose,
    'x-request-id': request.requestId,
    ...(request.approval !== undefined && { 'x-approval': request.approval }),
    ...sign?.(request),
  };
}

/** A refusal to answer unaudited is an answer, although it travels as 503. */
function readAnswer(
  status: number,
  bytes: Buffer,
  shape: FetchShape,
  variables: Readonly<Record<string, unknown>>,
): Answer {
  const expected = status < 500 ? readExpected(bytes, shape, variables) : undefined;
  if (expected) return { outcome: 'ok', body: { data: expected } };
  let body: unknown;
  try {
    body = parseUntrustedJson(bytes.toString('utf8'));
  } catch {
    return { outcome: 'garbage' };
  }
  if (!isRecord(body)) return { outcome: 'garbage' };
  if (isRecord(body.data)) {
    const isAsked = status < 500 && isWellFormed(body.data, shape, variables);
    return isAsked ? { outcome: 'ok', body } : { outcome: 'garbage' };
  }
  if (!Array.isArray(body.errors)) return { outcome: 'garbage' };
  const audit = body.errors.some((error) => agencyCode(error) === 'AUDIT_UNAVAILABLE');
  return status >= 500 && !audit ? { outcome: 'unreachable' } : { outcome: 'refused', body };
}
