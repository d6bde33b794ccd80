/** One thing that is wrong with a policy file. */
export interface PolicyProblem {
  /** File name without its folder, e.g. `yinjiang-2020.yaml`. */
  readonly file: string;
  /** Where in the file, e.g. `values.clocks.suspectAfterSchoolDays.value`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and, where it helps, what is expected, in words. */
  readonly problem: string;
}

function asLine({ file, path, problem }: PolicyProblem): string {
  return path === '' ? `${file}: ${problem}` : `${file}, at ${path}: ${problem}`;
}

/**
 * The policy files cannot be used. Carries every problem found, so that one attempt shows them all; the
 * message has one line for each. Policy files hold no personal data, so the messages may be logged.
 */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map(asLine).join('\n'));
    this.name = 'PolicyError';
    this.problems = problems;
  }
}
