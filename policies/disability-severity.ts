/** Categories and grades by which a county counts; from its policy (section `disability`). */
export interface SeverityPolicy {
  readonly severeGrades: readonly number[];
  /** Categories that count as severe whatever the grade. */
  readonly severeAtEveryGrade: readonly string[];
}

export interface GradedDisability {
  readonly category: string;
  /** Of a multiple disability the single categories. */
  readonly components: readonly string[];
  readonly grade: string;
}

/**
 * The three categories (三类残疾) whose schooling is counted by itself: visual, hearing, intellectual. A multiple
 * disability belongs to them when one of its parts does.
 */
export function isThreeCategory(
  { category, components }: Omit<GradedDisability, 'grade'>,
  threeCategories: readonly string[],
): boolean {
  return [category, ...components].some((single) => threeCategories.includes(single));
}

/**
 * Severe disability (重度残疾; 民发〔2019〕62号 重残): the severe grades, and of some categories every grade. A multiple
 * disability is severe when one of its parts would be.
 * @param disability `grade` is GRADE_1 to GRADE_4.
 */
export function isSevere(
  { category, components, grade }: GradedDisability,
  { severeGrades, severeAtEveryGrade }: SeverityPolicy,
): boolean {
  return (
    severeGrades.includes(Number(grade.slice('GRADE_'.length))) ||
    [category, ...components].some((single) => severeAtEveryGrade.includes(single))
  );
}
