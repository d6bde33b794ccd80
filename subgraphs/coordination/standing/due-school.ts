import type { ChildFacts } from '../register/child-facts.js';
import { registrationOf, type Residence } from './residence.js';
import type { RuleContext } from './rule-context.js';

/** Where a child of compulsory age is due to study, in one academic year. */
export interface DueSchool {
  readonly schoolCode: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface CatchmentContext extends Pick<RuleContext, 'academicYear'> {
  /** School whose catchment area holds the village, by grade; null outside every one. */
  readonly schoolDueAt: (divisionCode: string, grade: number) => string | null;
}

/**
 * The school in whose catchment area the child lives, or is registered while nobody knows of a residence here
 * (义务教育法 第十二条): the school that has to account for it, whichever school it attends. A new academic year brings
 * another grade, so the answer holds for one.
 *
 * @param grade cohort grade; null for a child below or above compulsory education.
 */
export function dueSchoolOf(
  facts: ChildFacts,
  residence: Residence,
  grade: number | null,
  { academicYear, schoolDueAt }: CatchmentContext,
): DueSchool | null {
  const village = residence.divisionCode ?? registrationOf(facts)?.registeredDivisionCode;
  const schoolCode = village && grade !== null ? schoolDueAt(village, grade) : null;
  return schoolCode
    ? { schoolCode, validFrom: `${academicYear}-09-01`, validTo: `${academicYear + 1}-08-31` }
    : null;
}
