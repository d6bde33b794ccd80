import type { JSONWebKeySet } from 'jose';
import type { RecordedCall } from '../agencies.process.js';

export type GatewayKind = 'floor' | 'stock' | 'ours';

/** All that a gateway under measurement is told; crosses a process boundary as JSON. */
export interface GatewaySetup {
  readonly kind: GatewayKind;
  readonly supergraph: string;
  /** Base URL by agency; `/graphql` is appended. */
  readonly urls: Readonly<Record<string, string>>;
  readonly tokenIssuer: { readonly issuer: string; readonly audience: string; readonly keys: JSONWebKeySet };
  readonly purposes: readonly string[];
  /** The calls that the planner makes for each client operation, by its text; only the floor needs them. */
  readonly plans: Readonly<Record<string, readonly RecordedCall[]>>;
}
