import { temporaryStatusNumber } from '../register-numbers.js';
import { isoOf } from '../day-numbers.js';
import type { StatusForm } from '../views.js';
import { isHardshipPupil } from './aid.js';
import type { Writing } from './writer.js';

/** Pupils who began on a temporary number, until their identity was verified. */
const ONCE_TEMPORARY = 0.03;
const PRESCHOOL = 0.93;
/** Kilometres from which a pupil does not walk any longer. */
const WALKING_DISTANCE = 3;

type TravelMode = StatusForm['travelMode'];

function travel({
  family,
  child,
  random,
}: Writing): Pick<StatusForm, 'travelDistanceKm' | 'travelMode' | 'needsSchoolBus'> {
  const isNear = family.home.isInSeat;
  const travelDistanceKm = (isNear ? random.int(2, 25) : random.int(5, 180)) / 10;
  const far = random.pick<TravelMode>(['PUBLIC', 'PARENTS', 'SCHOOL_BUS']);
  const travelMode: TravelMode =
    travelDistanceKm <= WALKING_DISTANCE ? (random.chance(0.85) ? 'WALK' : 'CYCLE') : far;
  return { travelDistanceKm, travelMode, needsSchoolBus: !child.isBoarding && travelMode === 'SCHOOL_BUS' };
}

/** 随班就读 names three disabilities; every other one is OTHER. */
function regularClassCategory({ child: { disability } }: Writing): StatusForm['regularClassCategory'] {
  if (disability?.placement !== 'REGULAR_CLASS') return 'NONE';
  const { category } = disability;
  return category === 'VISUAL' || category === 'HEARING' || category === 'INTELLECTUAL' ? category : 'OTHER';
}

/** The items of the status form that say more of a pupil than where it studies. */
export function statusFormOf(writing: Writing, isInClass: boolean): StatusForm {
  const { world, family, child } = writing;
  // A stream of its own: the form came later, and other draws must stay as they were.
  const random = writing.random.split(40);
  const birthDate = isoOf(child.birthDay);
  return {
    auxiliaryNumber: `FH${String(family.index * 6 + child.slot).padStart(8, '0')}`,
    classNumber: isInClass ? random.int(1, 50) : null,
    previousNumbers: random.chance(ONCE_TEMPORARY)
      ? [temporaryStatusNumber(world.preset.countyCode, birthDate, family.index)]
      : [],
    documentCode: '1',
    recordedDisability: child.disability?.category ?? 'NONE',
    regularClassCategory: regularClassCategory(writing),
    isOnlyChild: family.children.length === 1,
    attendedPreschool: random.chance(PRESCHOOL),
    isOrphan: family.hardship.isOrphaned,
    receivesSubsidy: child.isBoarding && isHardshipPupil(writing),
    ...travel({ ...writing, random }),
  };
}
