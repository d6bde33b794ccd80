import type { ComparisonRun } from '../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import type { RunProblem } from '../../subgraphs/coordination/comparison/run/comparison-run.js';

const WORDS: Readonly<Record<RunProblem['code'], string>> = {
  AGENCY_UNAVAILABLE: 'does not answer',
  NOT_LOADED: 'is not loaded',
  STALE: 'is older than the policy allows',
  BROKEN_OFF: 'failed again and again',
};

/** The outcome of a run in a few lines, with units. */
export function describeRun(run: ComparisonRun, elapsedMs: number): string[] {
  const seconds = (elapsedMs / 1000).toFixed(1);
  const { children = 0, discrepancies = 0, links = 0, suggested = 0 } = run.counts;
  switch (run.state) {
    case 'COMPLETED':
      return [
        `Compared as of ${run.today} in ${seconds} s: ${children} children, ${discrepancies} discrepancies, ${links} automatic links, ${suggested} matches to be decided by a person.`,
        `Digest ${run.digest}`,
      ];
    case 'REFUSED':
      return ['Nothing was compared:', ...problemsOf(run)];
    default:
      return ['The comparison was broken off, and the school-age register is as before:', ...problemsOf(run)];
  }
}

function problemsOf({ problems }: ComparisonRun): string[] {
  return problems.map(
    ({ code, agency, register }) =>
      `- ${register === null ? agency : `${agency} ${register}`} ${WORDS[code]}`,
  );
}
