import type { TestCaller } from '../support/callers.js';
import type { TestHub } from '../support/hub.js';
import type { KnownKeys } from './known-keys.js';
import type { Layer } from './layers.js';
import type { Json } from './redact.js';

/** With what the full answers are asked for. */
export interface Asking {
  readonly hub: TestHub;
  readonly everything: TestCaller;
  readonly keys: KnownKeys;
}

/** @returns the answer to a caller who may see everything, which must be whole. */
export async function askFor(operation: string, layer: Layer, { hub, everything }: Asking): Promise<Json> {
  const { data, errors } = await layer.ask(hub, everything, operation);
  expect({ operation, errors }).toEqual({ operation, errors: [] });
  return data;
}
