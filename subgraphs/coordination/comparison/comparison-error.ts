/** Why a comparison stops. What it has written so far stays unpublished, and the range is done again. */
export const COMPARISON_PROBLEMS = {
  ROSTER_OUT_OF_ORDER: {
    en: "An agency's roster is not in the order of its ids, so children could be missed. Nothing of it is used.",
    zh: '某部门名册未按编号排序，可能漏人，本次比对已中止。',
  },
  RANGES_OVERLAP: {
    en: 'Two ranges of one run hold the same children. The run has to be cut into ranges anew.',
    zh: '同一次比对的两个分段包含相同的儿童，请重新分段。',
  },
} as const;
export type ComparisonProblem = keyof typeof COMPARISON_PROBLEMS;

/** @param where agency or range; never the id of a child. */
export class ComparisonError extends Error {
  readonly code: ComparisonProblem;
  readonly where: string;

  constructor(code: ComparisonProblem, where: string) {
    const { en, zh } = COMPARISON_PROBLEMS[code];
    super(`${code}: ${where}: ${en} ${zh}`);
    this.code = code;
    this.where = where;
  }
}
