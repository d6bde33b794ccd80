export interface BreakerOptions {
  /** Failures in a row that open the breaker. */
  readonly failures: number;
  /** How long an open breaker refuses before it lets one probe through. */
  readonly coolDownMs: number;
}

export const DEFAULT_BREAKER: BreakerOptions = { failures: 5, coolDownMs: 5000 };

/** How a call ended. `ABANDONED`: the client left, which says nothing about the agency. */
export type CallVerdict = 'ANSWERED' | 'FAILED' | 'ABANDONED';
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export interface CircuitBreaker {
  /** @returns how to report the end of an admitted call (once), or undefined when the call must not start. */
  admit(): ((verdict: CallVerdict) => void) | undefined;
  state(): BreakerState;
}

/**
 * Keeps a hanging agency from costing every request its whole timeout: after a run of failures calls are
 * refused at once; after the cool-down exactly one request probes, and its outcome closes or reopens.
 */
export function createCircuitBreaker(options: BreakerOptions, clock: () => number): CircuitBreaker {
  let failuresInARow = 0;
  let openedAt: number | undefined;
  let probing = false;

  function reportCall(verdict: CallVerdict): void {
    // A straggler from before the breaker opened says nothing new; only the probe may change an open breaker.
    if (openedAt !== undefined || verdict === 'ABANDONED') return;
    failuresInARow = verdict === 'FAILED' ? failuresInARow + 1 : 0;
    if (failuresInARow >= options.failures) openedAt = clock();
  }

  function reportProbe(verdict: CallVerdict): void {
    probing = false;
    if (verdict === 'FAILED') openedAt = clock();
    if (verdict === 'ANSWERED') {
      openedAt = undefined;
      failuresInARow = 0;
    }
  }

  return {
    admit() {
      if (openedAt === undefined) return reportCall;
      if (probing || clock() - openedAt < options.coolDownMs) return undefined;
      probing = true;
      return reportProbe;
    },
    state() {
      if (openedAt === undefined) return 'CLOSED';
      return probing || clock() - openedAt >= options.coolDownMs ? 'HALF_OPEN' : 'OPEN';
    },
  };
}
