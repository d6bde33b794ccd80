import { addDays, formatIsoDate, parseIsoDate, partsOf, type IsoDate } from './iso-date.js';
import type { EducationStage } from './policy-vocabulary.js';
import type { ResolvedPolicy } from './resolve-policy.js';

/** The part of a policy that decides cohorts. */
export type AgePolicy = Pick<ResolvedPolicy, 'ages' | 'stages'>;

/** 1 to 9, or before grade 1, or past the last compulsory grade. */
export type ExpectedGrade = number | 'PRESCHOOL' | 'ABOVE';

/**
 * Completed years (周岁) on a day; negative before birth. A birthday counts from its own day on, and one on
 * 29 February from 1 March in a common year.
 */
export function ageOn(birthDate: IsoDate, date: IsoDate): number {
  const years = partsOf(date).year - partsOf(birthDate).year;
  return date.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/**
 * Completed years on the 31 August before an academic year (named by its first calendar year): somebody born on
 * 31 August has the new age, somebody born on 1 September has not.
 */
export function ageOn31August(birthDate: IsoDate, academicYear: number): number {
  return ageOn(birthDate, formatIsoDate({ year: academicYear, month: 8, day: 31 }));
}

/**
 * The academic year in which a child is due in grade 1: the first one before which the child has reached the
 * entry age by the policy's cut-off day (义务教育法 第十一条).
 */
export function entryAcademicYear(birthDate: IsoDate, policy: AgePolicy): number {
  const year = partsOf(birthDate).year + policy.ages.compulsoryEntryAge.value;
  return birthDate.slice(5) <= policy.ages.entryCutoff.value ? year : year + 1;
}

/** Grade by cohort, counting 0 and below before grade 1; not what the child actually attends. */
function cohortGrade(birthDate: IsoDate, academicYear: number, policy: AgePolicy): number {
  return academicYear - entryAcademicYear(birthDate, policy) + 1;
}

export function lastCompulsoryGrade(policy: Pick<ResolvedPolicy, 'stages'>): number {
  return Math.max(0, ...Object.values(policy.stages).map((stage) => stage?.value.toGrade ?? 0));
}

/**
 * The grade that a child of regular entry and progress attends in an academic year. A child who is due next
 * year, or any later, is PRESCHOOL; one whose cohort has finished compulsory education is ABOVE.
 */
export function expectedGrade(birthDate: IsoDate, academicYear: number, policy: AgePolicy): ExpectedGrade {
  const grade = cohortGrade(birthDate, academicYear, policy);
  if (grade < 1) return 'PRESCHOOL';
  return grade > lastCompulsoryGrade(policy) ? 'ABOVE' : grade;
}

/** First and last birth date of those due in a compulsory grade in an academic year: of whom `expectedGrade` is a number. */
export function compulsoryBirthDates(
  academicYear: number,
  policy: AgePolicy,
): { readonly from: IsoDate; readonly to: IsoDate } {
  const { compulsoryEntryAge, entryCutoff } = policy.ages;
  const cutoffOf = (year: number) => parseIsoDate(`${year}-${entryCutoff.value}`);
  const youngest = academicYear - compulsoryEntryAge.value;
  return { from: addDays(cutoffOf(youngest - lastCompulsoryGrade(policy)), 1), to: cutoffOf(youngest) };
}

/** The stage of the child's cohort; undefined before kindergarten age and after compulsory education. */
export function educationStage(
  birthDate: IsoDate,
  academicYear: number,
  policy: AgePolicy,
): EducationStage | undefined {
  return stageOfGrade(cohortGrade(birthDate, academicYear, policy), policy);
}

/** The stage that a grade belongs to; 0 is the last kindergarten year. */
export function stageOfGrade(
  grade: number,
  { stages }: Pick<ResolvedPolicy, 'stages'>,
): EducationStage | undefined {
  const found = Object.entries(stages).find(
    ([, stage]) => stage !== undefined && stage.value.fromGrade <= grade && grade <= stage.value.toGrade,
  );
  // The keys of this section are held against the enum when the file is loaded.
  return found?.[0] as EducationStage | undefined;
}
