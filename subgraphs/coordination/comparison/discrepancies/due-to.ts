import { masterIdentityOf } from '../child-identity.js';
import type { ChildFacts } from '../../register/child-facts.js';
import { expectedGrade } from '../../../../policies/school-age.js';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { schoolPlacesOf } from '../../standing/current-schooling.js';
import { dueSchoolOf } from '../../standing/due-school.js';
import { registrationOf, residenceOf } from '../../standing/residence.js';
import { type ComparisonContext } from './compared-child.js';
import type { DueTo } from './discrepancy.js';

const TOWNSHIP_DIGITS = 9;

/** Both lines at once: the township persuades, the school accounts (双线控辍、双向劝返). */
export function dueToOf(facts: ChildFacts, context: ComparisonContext): DueTo {
  const residence = residenceOf(facts, context.today);
  const village = residence.divisionCode ?? registrationOf(facts)?.registeredDivisionCode ?? null;
  const [place] = schoolPlacesOf(facts);
  const birthDate = masterIdentityOf(facts)?.birthDate;
  const cohort = birthDate && expectedGrade(parseIsoDate(birthDate), context.academicYear, context.policy);
  const grade = typeof cohort === 'number' ? cohort : null;
  return {
    township: village && village.length >= TOWNSHIP_DIGITS ? village.slice(0, TOWNSHIP_DIGITS) : null,
    schoolCode: place?.schoolCode ?? dueSchoolOf(facts, residence, grade, context)?.schoolCode ?? null,
  };
}
