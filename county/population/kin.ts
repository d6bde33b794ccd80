import type { DayNumber } from '../day-numbers.js';
import { adultName, surnameOf } from '../frame/names.js';
import { evenlySpread, type Random } from '../random.js';
import { residentNumberOf } from '../resident-number.js';
import type { DisabilityCategory, ParentCircumstance, Sex } from '../views.js';
import type { World } from '../frame/world.js';
import type { Adult, FamilyDraft, Home, Parent, WorkAway } from './draft.js';
import type { ParentCircumstances } from './hardship.js';
import { destination } from './places.js';

const YEAR = 365;
/** Number slots of adults in a family; a namesake's parents take 5 and 6. */
export const ADULT_SLOTS = { FATHER: 0, MOTHER: 1, GRANDFATHER: 2, GRANDMOTHER: 3, OTHER_KIN: 4 } as const;

const PARENT_DISABILITIES: readonly DisabilityCategory[] = [
  'PHYSICAL',
  'VISUAL',
  'HEARING',
  'INTELLECTUAL',
  'MENTAL',
];
const INDUSTRIES = ['MANUFACTURING', 'CONSTRUCTION', 'SERVICES', 'AGRICULTURE', 'TRANSPORT'] as const;

export function adultOf(
  family: number,
  slot: number,
  ethnicGroupCode: string,
  surname: string,
  sex: Sex,
  birthDay: DayNumber,
  random: Random,
): Adult {
  return {
    name: adultName(ethnicGroupCode, surname, sex, random),
    surname,
    sex,
    birthDay,
    residentIdNumber: residentNumberOf(family, slot, birthDay, sex),
  };
}

/** Which parents work away: both, one, or none. The rates count pupils studying here, incomers' parents are with them. */
function parentsAway(world: World, index: number, home: Home): { father: boolean; mother: boolean } {
  if (home.kind !== 'LOCAL') return { father: false, mother: false };
  const { leftBehind, incomersOfPupils } = world.preset;
  const point = evenlySpread(world.seed, 4, index) * (1 - incomersOfPupils);
  if (point < leftBehind.civilAffairs) return { father: true, mother: true };
  if (point < leftBehind.school)
    return index % 4 === 0 ? { father: false, mother: true } : { father: true, mother: false };
  return { father: false, mother: false };
}

function workAway(world: World, random: Random): WorkAway {
  const provinceCode = world.preset.countyCode.slice(0, 2);
  return {
    place: destination(provinceCode, random.chance(0.3), random),
    industry: random.pick(INDUSTRIES),
    // Three months and more: shorter stays make no left-behind child.
    sinceDay: world.calendar.asOf - random.int(100, 1500),
  };
}

function disabilityOf(circumstance: ParentCircumstance | null, random: Random): Parent['disability'] {
  if (circumstance === 'SEVERELY_DISABLED') {
    return { category: random.pick(PARENT_DISABILITIES), grade: random.chance(0.5) ? 1 : 2 };
  }
  if (circumstance === 'DEAD' || !random.chance(0.015)) return null;
  return { category: random.pick(PARENT_DISABILITIES), grade: random.chance(0.4) ? 3 : 4 };
}

export type Kin = Pick<
  FamilyDraft,
  'father' | 'mother' | 'grandfather' | 'grandmother' | 'otherKin' | 'householder'
>;

/** Parents, grandparents and another kinsman. Dead, imprisoned or severely disabled parents do not work away. */
export function kinOf(
  world: World,
  index: number,
  ethnicGroupCode: string,
  home: Home,
  circumstances: ParentCircumstances,
  eldestBirthDay: DayNumber,
  isShowcase: boolean,
  random: Random,
): Kin {
  const surname = surnameOf(ethnicGroupCode, random);
  const motherSurname = surnameOf(ethnicGroupCode, random);
  const away = isShowcase ? { father: true, mother: true } : parentsAway(world, index, home);
  const fatherBirth = eldestBirthDay - random.int(22 * YEAR, 34 * YEAR);
  const motherBirth = eldestBirthDay - random.int(20 * YEAR, 31 * YEAR);
  const adult = (slot: number, family: string, sex: Sex, birthDay: DayNumber) =>
    adultOf(index, slot, ethnicGroupCode, family, sex, birthDay, random);

  const father: Parent = {
    ...adult(ADULT_SLOTS.FATHER, surname, 'MALE', fatherBirth),
    role: 'FATHER',
    circumstance: circumstances.father,
    away: away.father && circumstances.father === null ? workAway(world, random) : null,
    disability: disabilityOf(circumstances.father, random),
  };
  const mother: Parent = {
    ...adult(ADULT_SLOTS.MOTHER, motherSurname, 'FEMALE', motherBirth),
    role: 'MOTHER',
    circumstance: circumstances.mother,
    away: away.mother && circumstances.mother === null ? workAway(world, random) : null,
    disability: disabilityOf(circumstances.mother, random),
  };
  const grandfatherBirth = fatherBirth - random.int(22 * YEAR, 30 * YEAR);
  const areParentsGone = circumstances.father !== null && circumstances.mother !== null;
  const areParentsAway = father.away !== null && mother.away !== null;
  return {
    father,
    mother,
    grandfather: adult(ADULT_SLOTS.GRANDFATHER, surname, 'MALE', grandfatherBirth),
    grandmother: adult(
      ADULT_SLOTS.GRANDMOTHER,
      surnameOf(ethnicGroupCode, random),
      'FEMALE',
      grandfatherBirth + random.int(-900, 1500),
    ),
    otherKin: adult(
      ADULT_SLOTS.OTHER_KIN,
      surname,
      random.chance(0.5) ? 'MALE' : 'FEMALE',
      fatherBirth + random.int(500, 2500),
    ),
    householder: areParentsGone || random.chance(areParentsAway ? 0.7 : 0.25) ? 'GRANDFATHER' : 'FATHER',
  };
}
