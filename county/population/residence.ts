import type { DayNumber } from '../day-numbers.js';
import { DIGITS_AT_LEVEL } from '../frame/divisions.js';
import { evenlySpread, type Random } from '../random.js';
import type { World } from '../frame/world.js';
import type { Home } from './draft.js';
import { destination, origin } from './places.js';
import type { Scenario } from './scenario.js';

function kindOf(world: World, index: number, scenario: Scenario | null): Home['kind'] {
  if (scenario) return scenario.home === 'LOCAL' ? 'LOCAL' : 'OUTSIDE';
  const point = evenlySpread(world.seed, 2, index);
  if (point < world.shares.home) return 'LOCAL';
  return point < world.shares.home + world.shares.outside ? 'OUTSIDE' : 'INCOMER';
}

function villageInOtherTownship({ settlement }: World, village: string, random: Random): string {
  const township = village.slice(0, DIGITS_AT_LEVEL.TOWNSHIP);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { code } = settlement.villageAt(random.next());
    if (!code.startsWith(township)) return code;
  }
  return village;
}

/** Where a family is registered and where it lives. Relocated families are settled on a site afterwards. */
export function homeOf(world: World, index: number, scenario: Scenario | null, random: Random): Home {
  const { settlement, preset, calendar } = world;
  const provinceCode = preset.countyCode.slice(0, 2);
  const kind = kindOf(world, index, scenario);
  const village = settlement.villageAt(evenlySpread(world.seed, 3, index)).code;

  if (kind === 'OUTSIDE') {
    const isOutOfProvince = scenario
      ? scenario.home === 'OUTSIDE_PROVINCE'
      : evenlySpread(world.seed, 10, index) < preset.outOfProvince;
    return {
      kind,
      registeredVillage: village,
      residenceVillage: null,
      otherPlace: destination(provinceCode, !isOutOfProvince, random),
      movedDay: calendar.yearStart - random.int(60, 2200),
      isInSeat: settlement.isSeatVillage(village),
    };
  }
  if (kind === 'INCOMER') {
    const residence = random.chance(0.6) ? settlement.seatVillageAt(random.next()).code : village;
    return {
      kind,
      registeredVillage: null,
      residenceVillage: residence,
      otherPlace: origin(provinceCode, random),
      movedDay: calendar.yearStart - random.int(200, 2200),
      isInSeat: settlement.isSeatVillage(residence),
    };
  }
  const residence = scenario?.livesApart
    ? villageInOtherTownship(world, village, random)
    : random.chance(preset.livesApart)
      ? settlement.seatVillageAt(random.next()).code
      : village;
  return {
    kind,
    registeredVillage: village,
    residenceVillage: residence,
    otherPlace: null,
    movedDay: residence === village ? null : calendar.yearStart - random.int(100, 2200),
    isInSeat: settlement.isSeatVillage(residence),
  };
}

/**
 * The home of a family that has been relocated. One that is to live apart from its registration is registered where it
 * would have lived otherwise, if the site lies in the township that it was registered in.
 */
export function settledOn(
  site: { readonly division: string; readonly movedDay: DayNumber },
  home: Home,
  scenario: Scenario | null,
): Home {
  const township = site.division.slice(0, DIGITS_AT_LEVEL.TOWNSHIP);
  const wouldNotMove = scenario?.livesApart && home.registeredVillage?.startsWith(township);
  return {
    ...home,
    registeredVillage: wouldNotMove ? home.residenceVillage : home.registeredVillage,
    residenceVillage: site.division,
    movedDay: site.movedDay,
    isInSeat: true,
  };
}
