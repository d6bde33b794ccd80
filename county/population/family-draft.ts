import { randomOf } from '../random.js';
import type { World } from '../frame/world.js';
import { childDraft } from './children.js';
import type { FamilyDraft } from './draft.js';
import { ethnicGroupOf } from './ethnic-group.js';
import { familyShape } from './family-shape.js';
import { familyFate } from './hardship.js';
import { kinOf } from './kin.js';
import { homeOf, settledOn } from './residence.js';
import { SCENARIOS, type Scenario } from './scenario.js';
import { siteOf } from '../frame/resettlement-sites.js';

/** Topics of a family's random streams; the numbers are arbitrary but fixed. */
const TOPICS = { SHAPE: 1, HOME: 2, FATE: 3, KIN: 4, CHILD: 10 } as const;

/** The family that every county has first: a child of 13 of whom all agencies know something. */
export const SHOWCASE_FAMILY = 0;
const SHOWCASE: Scenario = { age: [13, 13], home: 'LOCAL', schooling: 'ENROLLED_HERE' };

/** Draws the truth about one family from the seed and its index alone. */
export function draftFamily(world: World, index: number): FamilyDraft {
  const random = randomOf(world.seed, 61, index);
  const isShowcase = index === SHOWCASE_FAMILY;
  const errorClass = world.plan.errorOf(index);
  const scenario = isShowcase ? SHOWCASE : errorClass ? SCENARIOS[errorClass] : null;
  const shapes = familyShape(
    world.seed,
    index,
    world.calendar.academicYear,
    scenario,
    random.split(TOPICS.SHAPE),
  );
  const drawnHome = homeOf(world, index, scenario, random.split(TOPICS.HOME));
  const fate = familyFate(
    world,
    index,
    drawnHome,
    isShowcase,
    errorClass !== null,
    random.split(TOPICS.FATE),
  );
  const site = fate.hardship.isRelocated && drawnHome.kind === 'LOCAL' ? siteOf(world, index) : null;
  const home = site ? settledOn(site, drawnHome, scenario) : drawnHome;
  const ethnicGroupCode = ethnicGroupOf(world, index, home);
  const eldest = shapes.reduce((earliest, { birthDay }) => Math.min(earliest, birthDay), Infinity);
  const kin = kinOf(
    world,
    index,
    ethnicGroupCode,
    home,
    fate.circumstances,
    eldest,
    isShowcase,
    random.split(TOPICS.KIN),
  );
  const family = { index, ethnicGroupCode, home, father: kin.father, errorClass };
  const children = shapes.slice(0, 6).map((shape, slot) => {
    const subject = errorClass && slot === 0 ? { errorClass, scenario: SCENARIOS[errorClass] } : null;
    return childDraft(
      world,
      family,
      slot,
      shape,
      subject,
      isShowcase && slot === 0,
      random.split(TOPICS.CHILD + slot),
    );
  });
  return {
    index,
    isShowcase,
    householdSerial: 0,
    errorClass,
    ethnicGroupCode,
    home,
    ...kin,
    hardship: fate.hardship,
    children,
  };
}
