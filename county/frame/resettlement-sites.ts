import { dayNumber, isoOf, type DayNumber } from '../day-numbers.js';
import { hashOf } from '../random.js';
import type { ResettlementSiteRow } from '../views.js';
import type { World } from './world.js';

const SITE_NAMES = ['幸福小区', '新苑社区', '安居苑', '同心家园'];

interface Site extends ResettlementSiteRow {
  readonly openedDay: DayNumber;
}

const sitesOfWorld = new WeakMap<World, readonly Site[]>();

/** Relocation sites (易地扶贫搬迁安置点) in the county seat, opened 2017–2019; none where nobody is relocated. */
export function resettlementSites(world: World): readonly Site[] {
  const known = sitesOfWorld.get(world);
  if (known) return known;
  const count = world.preset.relocated === 0 ? 0 : world.preset.relocated > 0.03 ? 4 : 2;
  const sites = SITE_NAMES.slice(0, count).map((name, index) => {
    const { code } = world.settlement.seatVillageAt(hashOf(world.seed, 71, index) / 4294967296);
    const openedDay = dayNumber(2017 + (index % 3), 6 + index, 15);
    return {
      code: `AZ${world.preset.countyCode}${index + 1}`,
      name,
      division: code,
      openedOn: isoOf(openedDay),
      openedDay,
    };
  });
  sitesOfWorld.set(world, sites);
  return sites;
}

/** The site of a relocated family, and the day it moved in. Null in a county without sites. */
export function siteOf(world: World, family: number): (Site & { readonly movedDay: DayNumber }) | null {
  const sites = resettlementSites(world);
  const site = sites[hashOf(world.seed, 72, family) % Math.max(1, sites.length)];
  return site ? { ...site, movedDay: site.openedDay + (hashOf(world.seed, 73, family) % 400) } : null;
}
