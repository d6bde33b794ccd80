import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { ArgumentLiterals } from './every-path.js';
import { isAskedApart, type GuardedFields } from './guarded-fields.js';
import type { Json } from './redact.js';

export interface SampledPath {
  /** Selected on the type that it starts from, under aliases of its own. */
  readonly selection: string;
  /** Named fragments that the selection spreads. */
  readonly fragments: string;
  /** Names in the answer, from the start to the guarded field. */
  readonly keys: readonly string[];
}

export interface SampleOptions {
  readonly start: string;
  readonly literals: ArgumentLiterals;
  readonly mostSteps: number;
  /** Distinguishes this path's aliases and fragments from those of others in one operation. */
  readonly name: string;
  readonly random: () => number;
}

type Field = GraphQLField<unknown, unknown>;
interface Edge {
  readonly field: Field;
  readonly target: string;
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A random walk to a guarded field that may pass types again and again, each step under an alias, in an inline or named
 * fragment, or behind a condition that holds.
 * @returns undefined when no way of so many steps leads there
 */
export function samplePath(
  { type: holder, fields }: GuardedFields,
  schema: GraphQLSchema,
  { start, literals, mostSteps, name, random }: SampleOptions,
): SampledPath | undefined {
  const far = distancesTo(holder, schema);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const steps: { readonly on: string; readonly field: Field }[] = [];
  const length = 1 + Math.floor(random() * mostSteps);
  for (let at = start; ;) {
    const isThere = at === holder;
    if (isThere && steps.length >= length) break;
    const left = mostSteps - steps.length;
    const edge = pick(edgesOf(at, schema).filter(({ target }) => (far.get(target) ?? Infinity) < left));
    if (!edge) {
      if (isThere) break;
      return undefined;
    }
    steps.push({ on: at, field: edge.field });
    at = edge.target;
  }
  const holderType = schema.getType(holder);
  const guarded = isObjectType(holderType) ? holderType.getFields()[pick(fields) ?? ''] : undefined;
  if (!guarded) throw new Error(`${holder} does not have its guarded field.`);

  const fragments: string[] = [];
  const keys: string[] = [];
  const all = [...steps, { on: holder, field: guarded }];
  let selection = '';
  for (const [index, { on, field }] of [...all.entries()].reverse()) {
    const key = `${name}_${index}`;
    keys.unshift(key);
    const inner =
      index === all.length - 1
        ? isLeafType(getNamedType(field.type))
          ? ''
          : ' { __typename }'
        : ` { ${selection} }`;
    const condition = random() < 0.3 ? ' @include(if: true)' : '';
    selection = wrapped(`${key}: ${call(on, field)}${condition}${inner}`, on, `${name}F${index}`);
  }
  return { selection, fragments: fragments.join(' '), keys };

  function wrapped(text: string, on: string, fragment: string): string {
    const dice = random();
    if (dice < 0.5) return text;
    if (dice < 0.75) return `... on ${on} @skip(if: false) { ${text} }`;
    fragments.push(`fragment ${fragment} on ${on} { ${text} }`);
    return `...${fragment}`;
  }

  function call(on: string, { name: fieldName, args }: Field): string {
    const given = args.flatMap((argument) => {
      const literal =
        literals[`${on}.${fieldName}(${argument.name}:)`] ?? (argument.name === 'first' ? '1' : undefined);
      if (literal !== undefined) return [`${argument.name}: ${literal}`];
      if (isRequiredArgument(argument))
        throw new Error(`No literal is known for ${on}.${fieldName}(${argument.name}:).`);
      return [];
    });
    return given.length > 0 ? `${fieldName}(${given.join(', ')})` : fieldName;
  }
}

function edgesOf(typeName: string, schema: GraphQLSchema): readonly Edge[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    return isObjectType(target) && !isAskedApart(target) && !field.name.startsWith('_')
      ? [{ field, target: target.name }]
      : [];
  });
}

function distancesTo(destination: string, schema: GraphQLSchema): ReadonlyMap<string, number> {
  const far = new Map([[destination, 0]]);
  const names = Object.keys(schema.getTypeMap());
  for (let before = 0; before < far.size;) {
    before = far.size;
    const known = new Map(far);
    for (const name of names) {
      const nearest = Math.min(...edgesOf(name, schema).map(({ target }) => known.get(target) ?? Infinity));
      if (!far.has(name) && Number.isFinite(nearest)) far.set(name, nearest + 1);
    }
  }
  return far;
}

/** @returns what stands at the end of a path in an answer, in all entries of the lists on the way; nulls are left out */
export function valuesAt(answer: Json, keys: readonly string[]): Json[] {
  if (answer === null) return [];
  if (Array.isArray(answer)) return (answer as readonly Json[]).flatMap((item) => valuesAt(item, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [answer];
  return typeof answer === 'object' ? valuesAt((answer as Record<string, Json>)[key] ?? null, rest) : [];
}
