import type { Random } from '../random.js';
import type { DisabilityCategory } from '../views.js';
import type { World } from '../frame/world.js';
import type { ChildDisability } from './draft.js';
import type { ChildShape } from './family-shape.js';
import type { Scenario } from './scenario.js';

const CATEGORIES: readonly (readonly [DisabilityCategory, number])[] = [
  ['INTELLECTUAL', 34],
  ['PHYSICAL', 26],
  ['HEARING', 11],
  ['VISUAL', 8],
  ['SPEECH', 6],
  ['MENTAL', 6],
  ['MULTIPLE', 9],
];

const PLACEMENTS = ['REGULAR_CLASS', 'SPECIAL_SCHOOL', 'HOME_TEACHING', 'NONE'] as const;

/**
 * Draws a child's disability and where it is taught.
 * @param mayLackPlacement whether the preset's share without any placement applies: to children of school age who live
 *   here, of families that carry no planted difference of their own.
 */
export function childDisability(
  world: World,
  shape: ChildShape,
  scenario: Scenario | null,
  mayLackPlacement: boolean,
  random: Random,
): ChildDisability {
  const shares = world.preset.disability.placement;
  const weights = [shares.regularClass, shares.specialSchool, shares.homeTeaching, shares.none];
  const drawn = PLACEMENTS[random.weightedIndex(weights)] ?? 'REGULAR_CLASS';
  const possible = drawn === 'NONE' && !mayLackPlacement ? 'REGULAR_CLASS' : drawn;
  const placement = scenario?.placement ?? possible;
  const isAtHome = placement === 'HOME_TEACHING' || placement === 'NOT_ABLE_TO_STUDY';
  const category =
    CATEGORIES[random.weightedIndex(CATEGORIES.map(([, weight]) => weight))]?.[0] ?? 'PHYSICAL';
  const [least, most] = isAtHome ? [1, 2] : placement === 'SPECIAL_SCHOOL' ? [1, 3] : [2, 4];
  const daysSinceBirth = world.calendar.asOf - shape.birthDay;
  return {
    category,
    components:
      category === 'MULTIPLE' ? ['INTELLECTUAL', random.chance(0.5) ? 'PHYSICAL' : 'SPEECH'] : [category],
    grade: random.int(least, most) as 1 | 2 | 3 | 4,
    issuedDay: shape.birthDay + random.int(Math.min(700, daysSinceBirth - 400), daysSinceBirth - 200),
    placement,
  };
}
