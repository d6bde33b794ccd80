import { askFor, type Asking } from './asking.js';
import { everyPathTo, type EveryPath } from './every-path.js';
import type { GuardedFields } from './guarded-fields.js';
import { quoted } from './known-keys.js';
import type { Layer } from './layers.js';
import { childWith, meetEntities, type Encounter } from './meet-entities.js';
import { placesOf } from './redact.js';

/**
 * Enters a layer wherever a path begins that leads to the fields: through all root fields at once, and at
 * entities by their keys.
 *
 * @throws when no path leads there, or when an entrance leads there and no record of the test county is met
 */
export async function encountersWith(
  guarded: GuardedFields,
  layer: Layer,
  asking: Asking,
): Promise<readonly Encounter[]> {
  const name = `${guarded.type} with ${guarded.fields.join(', ')}`;
  const encounters: Encounter[] = [];
  for (const start of ['Query', ...asking.keys.entities.keys()]) {
    const paths = everyPathTo(guarded, layer.schema, { start, literals: asking.keys.literals });
    if (paths.count === 0) continue;
    const encounter = await enter(start, paths);
    if (!encounter) continue;
    if (placesOf(guarded, encounter.answer, layer.schema).length === 0)
      throw new Error(`From ${start} no path meets a record of ${name}.`);
    encounters.push(encounter);
  }
  if (encounters.length === 0) throw new Error(`No path leads to ${name}.`);
  return encounters;

  async function enter(start: string, paths: EveryPath): Promise<Encounter | undefined> {
    if (start === 'Query') return meet(`{ ${paths.selection} }`);
    if (layer.isEnteredByEntities) return meetEntities(guarded, paths, start, layer, asking);
    if (start !== 'Student') return undefined;
    return meet(`{ student(id: ${quoted(await childWith(guarded, asking))}) { ${paths.selection} } }`);
  }

  async function meet(operation: string): Promise<Encounter> {
    return { operation, answer: await askFor(operation, layer, asking) };
  }
}
