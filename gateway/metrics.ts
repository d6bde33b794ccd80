import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState, CircuitBreaker } from './engine/circuit-breaker.js';

/** How a subgraph call ended, as a label: never a message, path or id. */
export type CallOutcome =
  'ok' | 'refused' | 'timeout' | 'unreachable' | 'garbage' | 'too_large' | 'breaker_open' | 'abandoned';

const BREAKER_VALUE: Record<BreakerState, number> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };

export interface GatewayMetrics {
  /** @param outcome an error code, `OK` or `PARTIAL` */
  request(outcome: string, seconds: number): void;
  subgraphCall(agency: string, outcome: CallOutcome, seconds: number): void;
  /** @returns the page in Prometheus text format */
  page(): Promise<string>;
  readonly contentType: string;
}

/** Own registry per gateway, so that several in one process (tests, `hub start`) don't add up. */
export function createMetrics(breakers: ReadonlyMap<string, CircuitBreaker>): GatewayMetrics {
  const registry = new Registry();
  const requests = new Counter({
    name: 'hub_gateway_requests_total',
    help: 'GraphQL requests by outcome: OK, PARTIAL (data with errors) or the error code.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const requestSeconds = new Histogram({
    name: 'hub_gateway_request_seconds',
    help: 'Duration of GraphQL requests.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const callSeconds = new Histogram({
    name: 'hub_gateway_subgraph_call_seconds',
    help: 'Duration of subgraph calls by agency and outcome.',
    labelNames: ['agency', 'outcome'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers: [registry],
  });
  new Gauge({
    name: 'hub_gateway_breaker_state',
    help: 'Circuit breaker by agency: 0 closed, 1 half open, 2 open.',
    labelNames: ['agency'],
    registers: [registry],
    collect() {
      for (const [agency, breaker] of breakers) this.set({ agency }, BREAKER_VALUE[breaker.state()]);
    },
  });
  return {
    request(outcome, seconds) {
      requests.inc({ outcome });
      requestSeconds.observe(seconds);
    },
    subgraphCall(agency, outcome, seconds) {
      callSeconds.observe({ agency, outcome }, seconds);
    },
    page: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
