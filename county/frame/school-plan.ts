import { classesOf } from './class-plan.js';
import { DIGITS_AT_LEVEL } from './divisions.js';
import { hashOf } from '../random.js';
import { schoolCodeOf } from '../register-numbers.js';
import { schoolProfile } from './school-profile.js';
import { isSeat, type SettledTownship } from './settlement.js';
import type { ClassRow, DivisionRow, SchoolKind, SchoolRow } from '../views.js';

export interface NetworkSize {
  /** Pupils of one grade studying in the county, all schools together. */
  readonly pupilsPerGrade: number;
  /** Share of pupils outside the seat who go to a school of the seat. */
  readonly seatSchoolPull: { readonly primary: number; readonly junior: number };
  readonly specialPupilsPerGrade: number;
}

/** Schools and their catchments; maps are keyed by 12-digit township (or village, for teaching points). */
export interface SchoolPlan {
  readonly schools: readonly SchoolRow[];
  readonly classes: readonly ClassRow[];
  readonly primaryOf: ReadonlyMap<string, readonly SchoolRow[]>;
  readonly juniorOf: ReadonlyMap<string, readonly SchoolRow[]>;
  readonly pointOf: ReadonlyMap<string, SchoolRow>;
  readonly seatPrimary: readonly SchoolRow[];
  readonly seatJunior: readonly SchoolRow[];
  readonly specialSchool: SchoolRow;
  /** As planned, by code of the school. */
  readonly pupilsPerGrade: ReadonlyMap<string, number>;
}

const PRIMARY_GRADES = [1, 2, 3, 4, 5, 6];
const JUNIOR_GRADES = [7, 8, 9];
const ALL_GRADES = [...PRIMARY_GRADES, ...JUNIOR_GRADES];
const POINT_GRADES = [1, 2, 3];
/** Greatest size before a second school is planned; national means are about 780 and 1,030. */
const PRIMARY_PUPILS = 900;
const JUNIOR_PUPILS = 1200;
/** Junior schools smaller than this, or than a sixth of a small county's pupils, are joined with a neighbour's. */
const LEAST_JUNIOR_PUPILS = 150;
const ORDINALS = ['第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九', '第十'];

/** 峨岭街道 → 峨岭, 木黄镇 → 木黄, 高坪村村民委员会 → 高坪. */
function shortName(name: string): string {
  return name
    .replace(/(村村民委员会|社区居民委员会|村委会|居委会|社区)$/, '')
    .replace(/(街道|镇|乡|管理委员会)$/, '');
}

/** Pupils of one grade whom the schools of a township serve: the seat's take a share of the others'. */
function servedBy(township: SettledTownship, seatShare: number, pupils: number, pull: number): number {
  if (!isSeat(township)) return pupils * township.share * (1 - pull);
  return (pupils * (seatShare + (1 - seatShare) * pull) * township.share) / seatShare;
}

/** Sub-districts (街道) make up the county seat. */
function isSeatDivision(code: string): boolean {
  return code.slice(6, 9) < '100';
}

interface SchoolBrief {
  readonly kind: SchoolKind;
  readonly name: string;
  readonly division: string;
  readonly pupilsPerGrade: number;
  readonly isBoarding: boolean;
  readonly parentSchoolCode?: string | null;
}

const CATEGORIES = {
  PRIMARY: '21',
  TEACHING_POINT: '21',
  JUNIOR: '31',
  NINE_YEAR: '31',
  SPECIAL: '51',
} as const;
const GRADES: Readonly<Record<SchoolKind, readonly number[]>> = {
  PRIMARY: PRIMARY_GRADES,
  TEACHING_POINT: POINT_GRADES,
  JUNIOR: JUNIOR_GRADES,
  NINE_YEAR: ALL_GRADES,
  SPECIAL: ALL_GRADES,
};

/**
 * Plans the county's schools from where its people live: a primary or nine-year school in each township, teaching
 * points in some villages, junior schools for a township or a few small ones together, more and larger schools in the
 * county seat, one special school. Throws when the county has no settled township.
 */
export function planSchools(
  county: DivisionRow,
  townships: readonly SettledTownship[],
  size: NetworkSize,
  seed: number,
): SchoolPlan {
  const provinceCode = county.code.slice(0, DIGITS_AT_LEVEL.PROVINCE);
  const schools: SchoolRow[] = [];
  const classes: ClassRow[] = [];
  const planned = new Map<string, number>();
  const firstSerial = Number(county.code.slice(4, 6)) * 1000 + 1;
  const open = ({ pupilsPerGrade, parentSchoolCode = null, ...brief }: SchoolBrief): SchoolRow => {
    const code = schoolCodeOf(CATEGORIES[brief.kind], provinceCode, firstSerial + schools.length);
    const grades = GRADES[brief.kind];
    const rows = classesOf({ code, kind: brief.kind, grades }, pupilsPerGrade, seed);
    const capacity = rows.reduce((sum, row) => sum + row.capacity, 0);
    const profile = schoolProfile({ ...brief, code, capacity }, isSeatDivision(brief.division), seed);
    const school: SchoolRow = { ...brief, code, grades, capacity, parentSchoolCode, ...profile };
    schools.push(school);
    planned.set(code, pupilsPerGrade);
    classes.push(...rows);
    return school;
  };

  const seatShare = townships.filter(isSeat).reduce((sum, { share }) => sum + share, 0);
  const primaryPupils = (township: SettledTownship) =>
    servedBy(township, seatShare, size.pupilsPerGrade, size.seatSchoolPull.primary);
  const juniorPupils = (township: SettledTownship) =>
    servedBy(township, seatShare, size.pupilsPerGrade, size.seatSchoolPull.junior);

  const primaryOf = new Map<string, SchoolRow[]>();
  const juniorOf = new Map<string, SchoolRow[]>();
  const pointOf = new Map<string, SchoolRow>();
  const seatPrimary: SchoolRow[] = [];
  const seatJunior: SchoolRow[] = [];

  const openPrimary = (township: SettledTownship, site: DivisionRow) => {
    const { row, villages } = township;
    const inSeat = isSeat(township);
    const count = Math.max(1, Math.round((primaryPupils(township) * 6) / PRIMARY_PUPILS));
    const opened = Array.from({ length: count }, (_, index) => {
      const place = villages[Math.floor((index * villages.length) / count)] ?? site;
      const ruralName = index === 0 ? `${shortName(row.name)}中心小学` : `${shortName(place.name)}完全小学`;
      const name = inSeat ? `${shortName(row.name)}${ORDINALS[index % 10]}小学` : ruralName;
      const pupilsPerGrade = primaryPupils(township) / count;
      return open({ kind: 'PRIMARY', name, division: place.code, pupilsPerGrade, isBoarding: !inSeat });
    });
    primaryOf.set(row.code, opened);
    if (inSeat) seatPrimary.push(...opened);
  };

  const openJunior = (group: readonly SettledTownship[]) => {
    const [first] = group;
    if (!first) return;
    const pupils = group.reduce((sum, township) => sum + juniorPupils(township), 0);
    const count = Math.max(1, Math.round((pupils * 3) / JUNIOR_PUPILS));
    const opened = Array.from({ length: count }, (_, index) => {
      const division = first.villages[index % first.villages.length]?.code ?? first.row.code;
      const name = `${shortName(first.row.name)}${count > 1 ? ORDINALS[index % 10] : ''}初级中学`;
      return open({ kind: 'JUNIOR', name, division, pupilsPerGrade: pupils / count, isBoarding: true });
    });
    for (const township of group) juniorOf.set(township.row.code, opened);
    if (isSeat(first)) seatJunior.push(...opened);
  };

  const leastJunior = Math.min(LEAST_JUNIOR_PUPILS, (size.pupilsPerGrade * 3) / 6);
  let waiting: SettledTownship[] = [];
  for (const township of townships) {
    const { row, villages } = township;
    const site = villages[0];
    if (!site) continue;
    const inSeat = isSeat(township);
    const choice = hashOf(seed, 31, Number(row.code.slice(6, 9)));
    if (!inSeat && choice % 5 === 0) {
      const name = `${shortName(row.name)}九年一贯制学校`;
      const pupilsPerGrade = primaryPupils(township);
      const school = open({ kind: 'NINE_YEAR', name, division: site.code, pupilsPerGrade, isBoarding: true });
      primaryOf.set(row.code, [school]);
      juniorOf.set(row.code, [school]);
    } else {
      openPrimary(township, site);
      waiting.push(township);
      const pupils = waiting.reduce((sum, each) => sum + juniorPupils(each) * 3, 0);
      if (pupils >= leastJunior || inSeat) {
        openJunior(waiting);
        waiting = [];
      }
    }
    const central = primaryOf.get(row.code)?.[0];
    if (inSeat || !central || villages.length < 4 || choice % 3 === 1) continue;
    const served = villages.slice(2, 5);
    const place = served[0] ?? site;
    const point = open({
      kind: 'TEACHING_POINT',
      name: `${shortName(row.name)}${shortName(place.name)}教学点`,
      division: place.code,
      pupilsPerGrade: size.pupilsPerGrade * served.reduce((sum, { share }) => sum + share, 0),
      isBoarding: false,
      parentSchoolCode: central.code,
    });
    for (const village of served) pointOf.set(village.code, point);
  }
  openJunior(waiting);

  const [firstTownship] = townships;
  if (!firstTownship) throw new Error(`${county.name} has no settled township.`);
  const specialSchool = open({
    kind: 'SPECIAL',
    name: `${county.name}特殊教育学校`,
    division: firstTownship.villages[0]?.code ?? firstTownship.row.code,
    pupilsPerGrade: size.specialPupilsPerGrade,
    isBoarding: true,
  });
  const withoutSeat = seatPrimary.length === 0;
  return {
    schools,
    classes,
    primaryOf,
    juniorOf,
    pointOf,
    specialSchool,
    pupilsPerGrade: planned,
    seatPrimary: withoutSeat ? [...(primaryOf.get(firstTownship.row.code) ?? [])] : seatPrimary,
    seatJunior: withoutSeat ? [...(juniorOf.get(firstTownship.row.code) ?? [])] : seatJunior,
  };
}
