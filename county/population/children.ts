import { dayNumber } from '../day-numbers.js';
import { childName } from '../frame/names.js';
import { evenlySpread, type Random } from '../random.js';
import { residentNumberOf } from '../resident-number.js';
import type { ErrorClass, Schooling, SchoolRow } from '../views.js';
import type { World } from '../frame/world.js';
import { childDisability } from './child-disability.js';
import type { ChildDisability, ChildDraft, Home, Parent } from './draft.js';
import type { ChildShape } from './family-shape.js';
import { formerDropoutOf } from './former-dropout.js';
import { dropoutReasonOf, type Scenario } from './scenario.js';

/** Share of pupils who entered at 7, as the law allows; they are a grade behind their age. */
const LATE_ENTRY = 0.04;

function gradeOf(age: number, isLate: boolean): number {
  if (age < 6) return 0;
  return Math.min(10, age - 5 - (isLate && age >= 7 && age <= 15 ? 1 : 0));
}

function naturalSchooling(grade: number, home: Home, disability: ChildDisability | null): Schooling {
  if (grade === 0) return 'PRESCHOOL';
  if (grade === 10) return 'COMPLETED';
  if (home.kind === 'OUTSIDE') {
    return home.otherPlace?.isSameProvince ? 'ENROLLED_OUT_OF_COUNTY' : 'ENROLLED_OUT_OF_PROVINCE';
  }
  if (disability?.placement === 'NONE') return 'NEVER_ENROLLED';
  return disability?.placement === 'HOME_TEACHING' ? 'HOME_TEACHING' : 'ENROLLED_HERE';
}

/** The school in whose catchment the child lives, one of the seat, or the special school. */
function schoolOf(
  world: World,
  home: Home,
  grade: number,
  disability: ChildDisability | null,
  spread: number,
  random: Random,
): SchoolRow | null {
  if (home.residenceVillage === null || grade < 1 || grade > 9) return null;
  if (disability?.placement === 'SPECIAL_SCHOOL') return world.network.specialSchool;
  const pull = world.preset.seatSchoolPull[grade <= 6 ? 'primary' : 'junior'];
  if (!home.isInSeat && random.chance(pull)) return world.network.seatSchool(grade, spread);
  return world.network.nearestSchool(home.residenceVillage, grade);
}

/**
 * Day of leaving. Open cases are two weeks to three months old, so that a hidden dropout has been absent for more than
 * a week; a child found at work or missing left longer ago, and one over age in spring.
 */
function outSinceOf(
  world: World,
  age: number,
  schooling: Schooling,
  errorClass: ErrorClass,
  random: Random,
): number | null {
  const { asOf, academicYear } = world.calendar;
  if (errorClass === 'MISSING_REPORTED') return asOf - random.int(100, 200);
  if (errorClass === 'CHILD_LABOUR') return asOf - random.int(75, 110);
  if (schooling === 'DROPPED_OUT')
    return age >= 16 ? dayNumber(academicYear, 3, 1) : asOf - random.int(14, 80);
  if (schooling === 'DECEASED') return asOf - random.int(15, 120);
  return schooling === 'IN_CUSTODY' ? asOf - random.int(72, 200) : null;
}

/** Draws the truth about one child. `scenario` is set on the subject of a planted difference only. */
export function childDraft(
  world: World,
  family: {
    readonly index: number;
    readonly ethnicGroupCode: string;
    readonly home: Home;
    readonly father: Parent;
    readonly errorClass: ErrorClass | null;
  },
  slot: number,
  shape: ChildShape,
  subject: { readonly scenario: Scenario; readonly errorClass: ErrorClass } | null,
  isShowcase: boolean,
  random: Random,
): ChildDraft {
  const { index, home } = family;
  const scenario = subject?.scenario ?? null;
  const sex = random.chance(0.53) ? 'MALE' : 'FEMALE';
  const isLate = !scenario && !isShowcase && random.chance(LATE_ENTRY);
  const isPastCompulsory = scenario?.schooling === 'DROPPED_OUT' && shape.age >= 15;
  const grade = isPastCompulsory ? 9 : gradeOf(shape.age, isLate);
  const isDisabled =
    isShowcase ||
    scenario?.isDisabled === true ||
    (home.kind !== 'INCOMER' &&
      !scenario &&
      evenlySpread(world.seed, 7, index * 6 + slot) < world.preset.disability.certificate);
  const isOrdinary = family.errorClass === null && !isShowcase && home.kind === 'LOCAL';
  const drawn = isDisabled
    ? childDisability(world, shape, scenario, isOrdinary && grade >= 1 && grade <= 9, random)
    : null;
  const disability: ChildDisability | null =
    isShowcase && drawn
      ? { ...drawn, category: 'PHYSICAL', components: ['PHYSICAL'], grade: 3, placement: 'REGULAR_CLASS' }
      : drawn;
  const schooling = scenario?.schooling ?? naturalSchooling(grade, home, disability);
  const isUnplaced = disability?.placement === 'NONE';
  const isGraduate = schooling === 'COMPLETED' && shape.age === 15;
  const isGhost = subject?.errorClass === 'GHOST_STATUS' || subject?.errorClass === 'TRANSFER_IN_TRANSIT';
  const schoolGrade = isGraduate ? 9 : grade;
  const schoolHome =
    isGhost && home.residenceVillage === null ? { ...home, residenceVillage: home.registeredVillage } : home;
  const spread = index * 7 + slot * 3 + Math.floor(random.next() * 64);
  const school = isUnplaced ? null : schoolOf(world, schoolHome, schoolGrade, disability, spread, random);
  const boarding = world.boarding[schoolGrade <= 6 ? 'primary' : 'junior'];
  const dropoutReason = subject ? dropoutReasonOf(subject.errorClass, shape.age, random) : null;
  return {
    slot,
    name: childName(family.ethnicGroupCode, family.father, sex, world.preset.rareCharacter, random),
    sex,
    birthDay: shape.birthDay,
    residentIdNumber: residentNumberOf(index, slot, shape.birthDay, sex),
    age: shape.age,
    grade: schoolGrade,
    schooling,
    school,
    schoolClass:
      school && !isGraduate ? world.network.classOf(school, schoolGrade, spread + random.int(0, 63)) : null,
    isBoarding:
      school !== null && (isShowcase || random.chance(home.isInSeat ? boarding.inSeat : boarding.outside)),
    disability,
    outSince: subject ? outSinceOf(world, shape.age, schooling, subject.errorClass, random) : null,
    formerDropout: formerDropoutOf(
      world,
      {
        family: index,
        slot,
        grade: schoolGrade,
        schooling,
        errorClass: subject?.errorClass ?? null,
        dropoutReason,
        isOrdinary,
      },
      random.split(21),
    ),
    dropoutReason: isUnplaced ? 'DISABILITY' : dropoutReason,
    errorClass: isUnplaced ? 'CONFIRMED_NOT_ENROLLED' : plantedClass(subject?.errorClass ?? null),
  };
}

/** The class that stands on the child itself; PERSON_NOT_FOUND stands on an extra entry beside the children. */
function plantedClass(errorClass: ErrorClass | null): ErrorClass | null {
  return errorClass === 'PERSON_NOT_FOUND' ? null : errorClass;
}
