import { createEngine, type Engine } from './engine.js';
import type { GatewayLog } from '../gateway-log.js';
import type { Limits } from '../request/limits.js';
import { Refusal } from '../request/refusal.js';
import type { Transport } from './transport.js';

export interface EngineLease {
  readonly engine: Engine;
  release(): void;
}

export interface EngineHolder {
  /** Reads the supergraph and, if it changed, puts a new engine in force. @throws when it is unusable; the old one stays */
  load(): Promise<void>;
  isLoaded(): boolean;
  /** Text of the supergraph in force. */
  sdl(): string;
  /** Keeps one engine alive for the length of a request, whatever is loaded meanwhile. */
  lease(): EngineLease;
  dispose(): Promise<void>;
}

export interface EngineHolderOptions {
  readonly supergraph: string | (() => string);
  readonly transport: Transport;
  readonly urls: Readonly<Record<string, URL>>;
  readonly limits: Limits;
  readonly log: GatewayLog;
}

interface Generation {
  readonly engine: Engine;
  leases: number;
  superseded: boolean;
}

export function createEngineHolder({
  supergraph,
  transport,
  urls,
  limits,
  log,
}: EngineHolderOptions): EngineHolder {
  let current: Generation | undefined;
  /** Loads wait for each other, so that an older text never replaces a newer one. */
  let loading: Promise<void> = Promise.resolve();

  async function load(): Promise<void> {
    const sdl = typeof supergraph === 'function' ? supergraph() : supergraph;
    if (current?.engine.sdl === sdl) return;
    const engine = await createEngine(sdl, transport, urls, limits);
    const previous = current;
    current = { engine, leases: 0, superseded: false };
    log.info({ agencies: [...engine.seams.agencies] }, 'A supergraph is in force.');
    if (previous) {
      previous.superseded = true;
      retire(previous);
    }
  }

  function retire({ engine, leases, superseded }: Generation): void {
    if (!superseded || leases > 0) return;
    engine.dispose().catch(() => log.warn({}, 'A superseded engine could not be freed.'));
  }

  return {
    load() {
      loading = loading.catch(() => undefined).then(load);
      return loading.catch((cause: unknown) => {
        if (current) log.error({}, 'The supergraph is unusable; the last good one stays in force.');
        throw cause;
      });
    },
    isLoaded: () => current !== undefined,
    sdl: () => current?.engine.sdl ?? '',
    lease() {
      const leased = current;
      if (!leased) throw new Refusal('INTERNAL_SERVER_ERROR');
      leased.leases += 1;
      return {
        engine: leased.engine,
        release() {
          leased.leases -= 1;
          retire(leased);
        },
      };
    },
    async dispose() {
      await loading.catch(() => undefined);
      await current?.engine.dispose();
      current = undefined;
    },
  };
}
