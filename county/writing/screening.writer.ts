import { isoOf } from '../day-numbers.js';
import { errorOf } from '../errors/planting.js';
import { childName } from '../frame/names.js';
import type { World } from '../frame/world.js';
import type { ChildDraft, FamilyDraft, Parent } from '../population/draft.js';
import { randomOf, type Random } from '../random.js';
import { sourceKeyOf } from '../register-numbers.js';
import type { CensusVisit, Child, ScreenedPerson } from '../views.js';

const TOPIC = 64;
/** The census is under way: so many households have been called at. */
const CALLED_AT = 0.55;
const AT_HOME = 0.93;
const CHECKED = 0.95;

/** Every so many families, kin's child lives in the household that no register knows. */
const FAMILIES_PER_UNKNOWN_CHILD = 150;
const FIRST_UNKNOWN = 20;
const UNKNOWN_SLOT = 7;
/** Numbers rows of the census apart from the other rows of the same child. */
const SERIAL = 60;

/**
 * The year's census at one household; null where it has not been yet. It writes down what is so. Where a difference is
 * planted nobody has called yet: the visit would have settled it.
 */
export function censusVisitOf(
  world: World,
  draft: FamilyDraft,
  children: readonly Child[],
): CensusVisit | null {
  const { home, index } = draft;
  const random = randomOf(world.seed, TOPIC, index);
  const isHost = hostsUnknownChild(index);
  if (home.residenceVillage === null || !(random.chance(CALLED_AT) || isHost)) return null;
  const isAtHome = random.chance(AT_HOME) || isHost;
  const adults = [draft.father, draft.mother].filter(
    ({ away, circumstance }) => !away && circumstance !== 'DEAD',
  );
  const [householder = draft.grandmother] = adults;
  const unknown = isHost ? unknownChild(world, draft, random) : null;
  const members = [
    adultOf(householder, 'HOUSEHOLDER', random),
    ...adults.slice(1).map((adult) => adultOf(adult, 'SPOUSE', random)),
    ...draft.children.flatMap((child, position) => {
      const view = children[position];
      return view && child.schooling !== 'DECEASED' ? [childOf(index, child, view, random)] : [];
    }),
    ...(unknown ? [unknown] : []),
  ];
  return {
    household: {
      householdNumber: sourceKeyOf('education', index, 0, SERIAL),
      householderName: householder.name,
      village: home.residenceVillage,
      visitedOn: isoOf(world.calendar.asOf - random.int(3, 40)),
      visitorPost: random.pick(['VILLAGE_CADRE', 'TOWNSHIP_OFFICER'] as const),
      result: isAtHome ? 'VISITED' : 'NOBODY_AT_HOME',
      members: isAtHome ? members : [],
    },
    found: unknown?.sourceKey
      ? errorOf('CONFIRMED_NOT_ENROLLED', 'education', [
          { residentIdNumber: null, sourceKey: unknown.sourceKey, agency: 'education' },
        ])
      : null,
  };
}

export function hostsUnknownChild(family: number): boolean {
  return family % FAMILIES_PER_UNKNOWN_CHILD === FIRST_UNKNOWN;
}

function adultOf(
  { name, sex, birthDay }: Pick<Parent, 'name' | 'sex' | 'birthDay'>,
  relation: ScreenedPerson['relation'],
  random: Random,
): ScreenedPerson {
  return {
    sourceKey: null,
    identity: { residentIdNumber: null, name, sex, birthDate: isoOf(birthDay) },
    relation,
    educationLevel: random.chance(CHECKED)
      ? random.pick(['PRIMARY', 'JUNIOR_SECONDARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY'] as const)
      : null,
    schooling: null,
    schoolCode: null,
    studyPlace: null,
    grade: null,
  };
}

const SCHOOLING: Partial<Record<ChildDraft['schooling'], ScreenedPerson['schooling']>> = {
  PRESCHOOL: 'NOT_YET_DUE',
  ENROLLED_HERE: 'STUDIES_IN_COUNTY',
  ENROLLED_OUT_OF_COUNTY: 'STUDIES_OUT_OF_COUNTY',
  ENROLLED_OUT_OF_PROVINCE: 'STUDIES_OUT_OF_PROVINCE',
  HOME_TEACHING: 'STUDIES_IN_COUNTY',
  COMPLETED: 'FINISHED',
};
/** What a household says of a school far away. */
const ELSEWHERE = '外地学校';
const LAST_PRIMARY_GRADE = 6;

function childOf(
  family: number,
  child: ChildDraft,
  { truth, education }: Child,
  random: Random,
): ScreenedPerson {
  const isChecked = random.chance(CHECKED);
  const schooling = SCHOOLING[child.schooling] ?? null;
  const isHere = schooling === 'STUDIES_IN_COUNTY';
  const grade = isHere ? (education?.statusRecords[0]?.grade ?? null) : null;
  return {
    sourceKey: sourceKeyOf('education', family, child.slot, SERIAL),
    identity: {
      residentIdNumber: truth.residentIdNumber,
      name: truth.name,
      sex: truth.sex,
      birthDate: truth.birthDate,
    },
    relation: child.sex === 'MALE' ? 'SON' : 'DAUGHTER',
    educationLevel: !isChecked ? null : levelOf(child.grade),
    schooling: isChecked ? schooling : null,
    schoolCode: isChecked && isHere ? (child.school?.code ?? null) : null,
    studyPlace:
      isChecked && schooling !== null && !isHere && schooling.startsWith('STUDIES') ? ELSEWHERE : null,
    grade: isChecked ? grade : null,
  };
}

function levelOf(grade: number): NonNullable<ScreenedPerson['educationLevel']> {
  if (grade === 0) return 'PRESCHOOL';
  if (grade <= LAST_PRIMARY_GRADE) return 'PRIMARY';
  return grade <= 9 ? 'JUNIOR_SECONDARY' : 'SENIOR_SECONDARY';
}

/** Born elsewhere, never registered, and at no school: only who comes to the door hears of it. */
function unknownChild(
  world: World,
  { index, ethnicGroupCode, father }: FamilyDraft,
  random: Random,
): ScreenedPerson {
  const sex = random.chance(0.5) ? 'MALE' : 'FEMALE';
  const years = random.int(8, 12);
  return {
    sourceKey: sourceKeyOf('education', index, UNKNOWN_SLOT, SERIAL),
    identity: {
      residentIdNumber: null,
      name: childName(ethnicGroupCode, father, sex, 1, random),
      sex,
      birthDate: isoOf(world.calendar.asOf - years * 366 - random.int(0, 300)),
    },
    relation: 'OTHER_KIN',
    educationLevel: 'NONE',
    schooling: 'NEVER_ENROLLED',
    schoolCode: null,
    studyPlace: null,
    grade: null,
  };
}
