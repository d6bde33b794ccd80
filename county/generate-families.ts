import { frameOf } from './frame/county-frame.js';
import { PLANTS } from './errors/index.js';
import { errorOf, rowsOf } from './errors/planting.js';
import { draftFamily } from './population/family-draft.js';
import { randomOf } from './random.js';
import type { Child, CountyFrame, CountyOptions, Family, PlantedError } from './views.js';
import { createWorld, type World } from './frame/world.js';
import { writeChild } from './writing/write-child.js';
import { censusVisitOf } from './writing/screening.writer.js';
import { householdOf } from './writing/households.js';

/** Families from index `from` up to, not including, `to`. */
export interface FamilyRange {
  readonly from: number;
  readonly to: number;
}

function familyAt(world: World, index: number): Family {
  const draft = draftFamily(world, index);
  const household = householdOf(world, draft);
  const households = household ? [household] : [];
  const children = draft.children.map((child) => writeChild(world, draft, child));
  const [subject] = children;
  if (draft.errorClass === null || !subject) {
    const plantedErrors = children.flatMap(ownDifference);
    const census = plantedErrors.length === 0 ? censusVisitOf(world, draft, children) : null;
    return { index, households, children, plantedErrors, census };
  }
  const plot = { world, draft, subject, children, households, random: randomOf(world.seed, 63, index) };
  const planted = PLANTS[draft.errorClass](plot);
  return {
    index,
    households: planted.households,
    children: planted.children,
    plantedErrors: [planted.error],
    census: null,
  };
}

/** A difference that nobody planted: a disabled child without a placement is in no register of education. */
function ownDifference(child: Child): PlantedError[] {
  const { errorClass } = child.truth;
  return errorClass ? [errorOf(errorClass, 'education', rowsOf(child))] : [];
}

/** Number of families of a county; ranges of 0 to this make up the whole. */
export function familyCount(options: CountyOptions): number {
  return createWorld(options).families;
}

/**
 * The families of a county, one after the other. Each is made from the seed and its index alone: nothing is kept
 * between families, so memory does not grow, and any division into ranges yields the same families.
 *
 * Throws as `createWorld` does, before the first family.
 */
export function* families(options: CountyOptions, range?: FamilyRange): Generator<Family, void, void> {
  const world = createWorld(options);
  const { from, to } = range ?? { from: 0, to: world.families };
  for (let index = Math.max(0, from); index < Math.min(to, world.families); index += 1) {
    yield familyAt(world, index);
  }
}

/** Divisions, schools, classes, employers, inspections, sites and posts: what the families live among. */
export function countyFrame(options: CountyOptions): CountyFrame {
  return frameOf(createWorld(options));
}
