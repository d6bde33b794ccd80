import { dayNumber, type DayNumber } from '../day-numbers.js';
import { evenlySpread, type Random } from '../random.js';
import type { Scenario } from './scenario.js';

/** Shares of families with 0, 1, 2 and 3 children of school age (6–15); the first have younger or older ones only. */
const SCHOOL_AGE_CHILDREN = [0.08, 0.52, 0.34, 0.06] as const;

export const FAMILY_SIZE = {
  /** Children of school age in a family, on average; makes families out of a number of children. */
  meanSchoolAge: SCHOOL_AGE_CHILDREN.reduce((sum, share, count) => sum + share * count, 0),
};

/** A child's age (completed years on 31 August) and birth date; the subject of a scenario comes first. */
export interface ChildShape {
  readonly age: number;
  readonly birthDay: DayNumber;
}

function birthDayOf(academicYear: number, age: number, random: Random): DayNumber {
  return dayNumber(academicYear - age - 1, 9, 1) + random.int(0, 364);
}

function schoolAgeCount(seed: number, index: number): number {
  let point = evenlySpread(seed, 0, index);
  const count = SCHOOL_AGE_CHILDREN.findIndex((share) => (point -= share) < 0);
  return count === -1 ? SCHOOL_AGE_CHILDREN.length - 1 : count;
}

/** Ages of one family's children: school-age ones evenly over 6–15, some younger (3–5) and older (16–17) ones. */
export function familyShape(
  seed: number,
  index: number,
  academicYear: number,
  scenario: Scenario | null,
  random: Random,
): readonly ChildShape[] {
  const ages: number[] = [];
  const planned = schoolAgeCount(seed, index);
  const isSubjectSchoolAge = scenario !== null && scenario.age[1] >= 6 && scenario.age[0] <= 15;
  const count = Math.max(planned, scenario?.children ?? 0, isSubjectSchoolAge ? 1 : 0);

  if (scenario && !isSubjectSchoolAge) ages.push(random.int(scenario.age[0], scenario.age[1]));
  let age = 6 + Math.floor(evenlySpread(seed, 1, index) * 10);
  for (let child = 0; child < count; child += 1) {
    const isSubject = child === 0 && scenario !== null && isSubjectSchoolAge;
    ages.push(isSubject ? random.int(scenario.age[0], scenario.age[1]) : age);
    age = 6 + ((age - 6 + random.int(2, 4)) % 10);
  }
  if (random.chance(0.2) || ages.length === 0) ages.push(random.int(3, 5));
  if (random.chance(0.12)) ages.push(random.int(16, 17));

  const shapes = ages.map((years) => ({ age: years, birthDay: birthDayOf(academicYear, years, random) }));
  const [first, second] = shapes;
  const areTwins = count >= 2 && scenario === null && first && second && random.chance(0.03);
  return areTwins ? [first, first, ...shapes.slice(2)] : shapes;
}
