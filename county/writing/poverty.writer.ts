import { dayNumber, isoOf } from '../day-numbers.js';
import { officerName } from '../frame/names.js';
import { randomOf } from '../random.js';
import { sourceKeyOf } from '../register-numbers.js';
import { siteOf } from '../frame/resettlement-sites.js';
import type { ChildDraft } from '../population/draft.js';
import type {
  PovertyCause,
  PovertyHousehold,
  PovertyMeasure,
  PovertyVerification,
  PovertyView,
  RelocationFollowUp,
  RelocationHousehold,
} from '../views.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

const CAUSES: readonly (readonly [PovertyCause, number])[] = [
  ['ILLNESS', 26],
  ['DISABILITY', 10],
  ['SCHOOLING', 16],
  ['DISASTER', 3],
  ['LACK_OF_LAND', 4],
  ['LACK_OF_WATER', 1],
  ['LACK_OF_SKILLS', 20],
  ['LACK_OF_LABOUR', 10],
  ['LACK_OF_FUNDS', 6],
  ['POOR_TRANSPORT', 2],
  ['LACK_OF_OWN_MOTIVATION', 2],
];
const POSTS = [
  ['驻村工作队队员', '乡村振兴局'],
  ['帮扶责任人', '教育局'],
  ['包户干部', '农业农村局'],
  ['帮扶责任人', '卫生健康局'],
] as const;

/** Drawn from the family alone, so that it is one and the same for all its children. */
function householdOf({ world, family }: Writing): PovertyHousehold | null {
  const { hardship, home } = family;
  if ((!hardship.isRegisteredPoor && !hardship.isMonitored) || home.registeredVillage === null) return null;
  const random = randomOf(world.seed, 91, family.index);
  const isEverPoor = hardship.isRegisteredPoor;
  const monitoredSinceDay = world.calendar.asOf - random.int(30, 900);
  const [post, agencyName] = random.pick(POSTS);
  const liftedYear = random.int(2016, 2020);
  const householder =
    family.householder === 'GRANDFATHER'
      ? family.grandfather
      : family.father.circumstance === 'DEAD'
        ? family.mother
        : family.father;
  return {
    householdCode: `PK${sourceKeyOf('poverty', family.index, 7, 63).slice(2)}`,
    householderName: householder.name,
    addressDivision: home.registeredVillage,
    personCount: family.children.length + (family.householder === 'GRANDFATHER' ? 4 : 2),
    kind: !isEverPoor
      ? 'NOT_REGISTERED_POOR'
      : hardship.hasSubsistenceAllowance
        ? 'SUBSISTENCE_ALLOWANCE'
        : 'GENERAL_POOR',
    cause: CAUSES[random.weightedIndex(CAUSES.map(([, weight]) => weight))]?.[0] ?? 'ILLNESS',
    monitoredState: !hardship.isMonitored
      ? 'NOT_MONITORED'
      : isEverPoor
        ? 'UNSTABLE_EX_POVERTY'
        : random.chance(0.75)
          ? 'AT_RISK_OF_POVERTY'
          : 'SUDDEN_SEVERE_HARDSHIP',
    monitoredSince: hardship.isMonitored ? isoOf(monitoredSinceDay) : null,
    recognisedOn: isoOf(isEverPoor ? dayNumber(random.int(2014, liftedYear - 1), 12, 1) : monitoredSinceDay),
    liftedOn: isEverPoor ? isoOf(dayNumber(liftedYear, 12, 20)) : null,
    responsibleOfficer: { name: officerName(random), post, agencyName },
  };
}

const HOUSEHOLD_MEASURES = [
  'PUBLIC_POST',
  'INDUSTRY_SUPPORT',
  'MEDICAL_AID',
  'HOUSING',
  'MICROCREDIT',
] as const;

function measuresOf(writing: Writing): PovertyMeasure[] {
  const { world, family, child, random } = writing;
  const measures: PovertyMeasure[] = [];
  const add = (kind: PovertyMeasure['kind'], daysAgo: number, amountYuan: number | null) =>
    measures.push({
      sourceKey: keyIn('poverty', writing, 1 + measures.length),
      kind,
      from: isoOf(world.calendar.asOf - daysAgo),
      until: null,
      amountYuan,
    });
  if (family.isShowcase || (child.grade >= 1 && child.grade <= 9 && random.chance(0.7))) {
    add('EDUCATION_AID', 60, 500);
  }
  if (family.isShowcase || random.chance(0.5)) {
    const kind = random.pick(HOUSEHOLD_MEASURES);
    add(kind, random.int(50, 600), kind === 'HOUSING' ? null : random.int(4, 60) * 100);
  }
  return measures;
}

function relocationOf({ world, family }: Writing): RelocationHousehold | null {
  const site = family.hardship.isRelocated ? siteOf(world, family.index) : null;
  if (!site || family.home.registeredVillage === null) return null;
  return {
    householdCode: `PK${sourceKeyOf('poverty', family.index, 7, 63).slice(2)}`,
    fromDivision: family.home.registeredVillage,
    siteCode: site.code,
    movedOn: isoOf(site.movedDay),
  };
}

/** Two looks a year fall due within half a year of each other, some of them in these days. */
const FOLLOWED_WITHIN_DAYS = 188;

/**
 * The office looks twice a year. At one family of nine it has not looked since the child came to school age, or not
 * for most of a year or longer; at one of seven not for long.
 */
function followUpsOf({ world, family, child }: Writing): RelocationFollowUp[] {
  if (child.grade < 1 || child.grade > 9) return [];
  const isForgotten = family.index % 9 === 2;
  if (isForgotten && child.grade === 1) return [];
  const lapsedDays = isForgotten ? 240 : family.index % 7 === 3 ? 190 : 0;
  const daysAgo = 20 + ((family.index * 7) % (FOLLOWED_WITHIN_DAYS - 20)) + lapsedDays;
  const school = attendsSchool(child) ? child.school : null;
  return [
    {
      followedOn: isoOf(world.calendar.asOf - daysAgo),
      schoolPlace: schoolPlaceOf(child, family.index),
      schoolCode: school?.code ?? null,
    },
  ];
}

const attendsSchool = ({ schooling }: ChildDraft) =>
  schooling.startsWith('ENROLLED_') || schooling === 'HOME_TEACHING';

function schoolPlaceOf(child: ChildDraft, family: number): RelocationFollowUp['schoolPlace'] {
  if (!attendsSchool(child)) return 'NONE';
  return child.school && family % 3 !== 0 ? 'AT_SITE' : 'ELSEWHERE';
}

/** The last check of the child's place in the household (逐一核查); one family of ten was not seen for long. */
function verificationsOf(
  { world, family }: Writing,
  { recognisedOn }: PovertyHousehold,
): PovertyVerification[] {
  const daysAgo = 4 + ((family.index * 19) % 90) + (family.index % 10 === 6 ? 120 : 0);
  const verifiedOn = isoOf(world.calendar.asOf - daysAgo);
  return recognisedOn <= verifiedOn
    ? [{ specialGroup: 'REGISTERED_HOUSEHOLD', verifiedOn, outcome: 'HOLDS' }]
    : [];
}

/** What the poverty office holds of the child; null when its household is in none of its registers. */
export function writePoverty(writing: Writing): PovertyView | null {
  const household = householdOf(writing);
  if (!household) return null;
  const relocation = relocationOf(writing);
  return {
    identity: writtenIdentity('poverty', writing),
    sourceKey: keyIn('poverty', writing),
    residenceDivision: filedDivision(writing.family, writing.world.county.code),
    household,
    measures: measuresOf(writing),
    relocation,
    relocationFollowUps: relocation
      ? followUpsOf(writing).filter(({ followedOn }) => followedOn >= relocation.movedOn)
      : [],
    verifications: verificationsOf(writing, household),
  };
}
