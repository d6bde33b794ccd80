import { divisionsOfCounty } from './divisions.js';
import { isoOf } from '../day-numbers.js';
import { employersOf, inspectionsOf, sanctionsOf } from './labour-inspections.js';
import { officerName } from './names.js';
import { randomOf } from '../random.js';
import { resettlementSites } from './resettlement-sites.js';
import { schoolStatistics } from './school-statistics.js';
import type { CountyFrame, DivisionRow, ResponsiblePost } from '../views.js';
import type { World } from './world.js';

const POST_OF_LEVEL = { COUNTY: '县长', TOWNSHIP: '乡镇长', VILLAGE: '村委会主任' } as const;

function governmentPost(world: World, { code, level }: DivisionRow): ResponsiblePost[] {
  if (level !== 'COUNTY' && level !== 'TOWNSHIP' && level !== 'VILLAGE') return [];
  const random = randomOf(world.seed, 95, Number(code.slice(0, 6)), Number(code.slice(6)));
  return [
    { line: 'GOVERNMENT', level, targetCode: code, post: POST_OF_LEVEL[level], name: officerName(random) },
  ];
}

/** One responsible person per division and school (七长); all names are made up. */
function postsOf(world: World, divisions: readonly DivisionRow[]): ResponsiblePost[] {
  const bureau: ResponsiblePost = {
    line: 'EDUCATION',
    level: 'BUREAU',
    targetCode: world.county.code,
    post: '教育局局长',
    name: officerName(randomOf(world.seed, 96)),
  };
  const schools = world.network.schools.map(({ code }): ResponsiblePost => ({
    line: 'EDUCATION',
    level: 'SCHOOL',
    targetCode: code,
    post: '校长',
    name: officerName(randomOf(world.seed, 97, Number(code))),
  }));
  return [...divisions.flatMap((row) => governmentPost(world, row)), bureau, ...schools];
}

export function frameOf(world: World): CountyFrame {
  const divisions = divisionsOfCounty(world.divisions, world.preset.countyCode);
  return {
    countyCode: world.preset.countyCode,
    countyName: world.county.name,
    divisions,
    schools: world.network.schools,
    classes: world.network.classes,
    catchments: world.network.catchments,
    employers: employersOf(world),
    labourInspections: inspectionsOf(world),
    licenceSanctions: sanctionsOf(world),
    resettlementSites: resettlementSites(world).map(({ code, name, division, openedOn }) => ({
      code,
      name,
      division,
      openedOn,
    })),
    posts: postsOf(world, divisions),
    statistics: schoolStatistics(world),
    schoolDays: world.calendar.schoolDays.map(isoOf),
  };
}
