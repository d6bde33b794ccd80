import type { z } from 'zod';
import { nationalUnlessReworded, type Stricter } from './stricter.js';

/** One value that a policy file may state. Without `stricter` it cannot be marked as a national floor. */
export interface Setting<T, Required extends boolean = boolean> {
  readonly schema: z.ZodType<T>;
  readonly required: Required;
  readonly stricter: Stricter<T> | undefined;
}

/** A section with a fixed list of settings. */
export interface FixedSection<S extends Readonly<Record<string, Setting<unknown>>>> {
  readonly kind: 'FIXED';
  readonly settings: S;
}

/** A section whose entries all have one shape; a local file adds entries or replaces those of the same key. */
export interface KeyedSection<K extends string, T> {
  readonly kind: 'KEYED';
  /** Entries that must be there for every division. */
  readonly needs: readonly K[];
  readonly key: z.ZodType<K>;
  readonly entry: Setting<T>;
}

export function needed<T>(schema: z.ZodType<T>, stricter?: Stricter<T>): Setting<T, true> {
  return { schema, required: true, stricter };
}

export function optional<T>(schema: z.ZodType<T>, stricter?: Stricter<T>): Setting<T, false> {
  return { schema, required: false, stricter };
}

export function fixed<S extends Readonly<Record<string, Setting<unknown>>>>(settings: S): FixedSection<S> {
  return { kind: 'FIXED', settings };
}

export function keyed<K extends string, T>(
  key: z.ZodType<K>,
  schema: z.ZodType<T>,
  stricter: Stricter<T> = nationalUnlessReworded<T>(),
  needs: readonly K[] = [],
): KeyedSection<K, T> {
  return { kind: 'KEYED', key, needs, entry: { schema, required: false, stricter } };
}
