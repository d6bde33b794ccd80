import { askFor, type Asking } from './asking.js';
import { everyPathTo, type EveryPath } from './every-path.js';
import type { GuardedFields } from './guarded-fields.js';
import { quoted } from './known-keys.js';
import { agencies, type Layer } from './layers.js';
import { placesOf, type Json } from './redact.js';

/** A question that shows guarded fields on records, with the answer to a caller who may see everything. */
export interface Encounter {
  readonly operation: string;
  readonly answer: Json;
}

export interface EntityEncounter extends Encounter {
  readonly keys: readonly string[];
}

/** Entities are asked for in lists that grow by this factor. */
const GROWTH = 5;
/** Among so many a record is looked for at every path, beyond them only while none was met at any. */
const ENOUGH = 150;

/** Enters through `_entities` at those known entities that show the fields at paths at which no earlier one does. */
export async function meetEntities(
  guarded: GuardedFields,
  { selection, count }: EveryPath,
  type: string,
  layer: Layer,
  asking: Asking,
): Promise<EntityEncounter> {
  const { field = 'id', values = [] } = asking.keys.entities.get(type) ?? {};
  const keys: string[] = [];
  const entities: Json[] = [];
  const met = new Set<string>();
  const isDone = (asked: number) => met.size === count || (asked > ENOUGH && met.size > 0);
  for (let start = 0, end = GROWTH; start < values.length && !isDone(end); start = end, end *= GROWTH) {
    const candidates = values.slice(start, end);
    const answer = await askFor(operationOn(candidates), layer, asking);
    for (const [index, entity] of (answer as { _entities: readonly Json[] })._entities.entries()) {
      const places = placesOf(guarded, { _entities: [entity] }, layer.schema);
      const paths = places.map((place) => place.replaceAll(/\.\d+/g, ''));
      if (paths.every((path) => met.has(path))) continue;
      for (const path of paths) met.add(path);
      keys.push(candidates[index] ?? '');
      entities.push(entity);
    }
  }
  return { keys, operation: operationOn(keys), answer: { _entities: entities } };

  function operationOn(those: readonly string[]): string {
    const representations = those.map((key) => `{ __typename: "${type}", ${field}: ${quoted(key)} }`);
    return `{ _entities(representations: [${representations.join(' ')}]) { ... on ${type} { __typename ${selection} } } }`;
  }
}

/** @returns the id of a child at whom the agency that has the fields meets a record. */
export async function childWith(guarded: GuardedFields, asking: Asking): Promise<string> {
  for (const agency of agencies) {
    if (!agency.guarded.some(({ type, fields }) => type === guarded.type && fields[0] === guarded.fields[0]))
      continue;
    const { literals } = asking.keys;
    const { selection } = everyPathTo(guarded, agency.schema, { start: 'Student', literals });
    const { keys } = await meetEntities(guarded, { selection, count: 1 }, 'Student', agency, asking);
    if (keys[0] !== undefined) return keys[0];
  }
  throw new Error(`No child has ${guarded.type}.`);
}
