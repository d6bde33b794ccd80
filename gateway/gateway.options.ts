import type { TokenIssuer } from '../subgraphs/_kit/trust/access-token.js';
import type { BreakerOptions } from './engine/circuit-breaker.js';
import type { DevelopmentIssuer } from './development-issuer.js';
import type { GatewayLog } from './gateway-log.js';
import type { Limits } from './request/limits.js';
import type { Persona } from './persona.js';
import type { SignSubgraphRequest } from './engine/transport.js';

/** A purpose as its catalogue calls it. */
export interface PurposeTitle {
  readonly code: string;
  readonly title: { readonly en: string; readonly zh: string };
}

/** The explorer page and what it is told about signing in. */
export interface ExplorerOptions {
  /** Folder of the built page: `index.html` and its assets. */
  readonly directory: string;
  /** Sign-in by authorization code flow with PKCE; without it the page offers the development personas. */
  readonly oidc?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly audience: string;
    readonly scopes: readonly string[];
  };
  /** What the page offers to choose from, in this order. */
  readonly purposes: readonly PurposeTitle[];
  /**
   * Values to prefill, by operation name and then variable; `*` holds values for all operations. An operation
   * gets those that it declares. Asked for on every listing, so that they can follow the data. Anyone who reaches the
   * page reads them: leave it out where the data are real.
   */
  readonly sampleVariables?: () => Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>>;
}

export interface GatewayOptions {
  /** Supergraph SDL, or a function that reads it again; a function is polled and can be reloaded. */
  readonly supergraph: string | (() => string);
  /** Base URL by agency name, e.g. `civil-affairs`; `/graphql` and `/health/ready` are appended. */
  readonly subgraphUrls: Readonly<Record<string, URL>>;
  /** Total time for one subgraph call, body included. Default 3000. */
  readonly subgraphTimeoutMs?: number;
  /** How often a supergraph function is asked again. Default 10 000; 0 never polls. */
  readonly supergraphPollMs?: number;
  readonly tokenIssuer: TokenIssuer;
  /** Codes that `x-purpose` may name. */
  readonly purposes: ReadonlySet<string>;
  readonly limits?: Partial<Limits>;
  readonly breaker?: Partial<BreakerOptions>;
  /** Folder of `*.graphql` files: all that portal tokens may run, and the explorer's saved operations. */
  readonly operationsDirectory?: string;
  readonly explorer?: ExplorerOptions;
  /** Present outside production only: publishes its keys and hands out persona tokens. */
  readonly developmentIssuer?: DevelopmentIssuer;
  readonly personas?: readonly Persona[];
  /** Adds headers that prove to a subgraph that a call comes from this gateway. */
  readonly signRequest?: SignSubgraphRequest;
  /** Milliseconds, monotonic enough for rates and breakers. Default `Date.now`. */
  readonly clock?: () => number;
  readonly log: GatewayLog;
}

export interface Gateway {
  /** Loads the supergraph and listens; @returns the address. @throws when the supergraph is unusable. */
  listen(address: { readonly host: string; readonly port: number }): Promise<URL>;
  /** Reads the supergraph again; @returns false when the new one is unusable and the old one stays. */
  reload(): Promise<boolean>;
  /** Stops accepting, lets running requests end, then frees the engine and the connections. */
  close(): Promise<void>;
}
