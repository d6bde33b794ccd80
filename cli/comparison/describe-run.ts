import type { ComparisonRun } from '../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import type { RunProblem } from '../../subgraphs/coordination/comparison/run/comparison-run.js';

const WORDS: Readonly<Record<RunProblem['code'], string>> = {
  AGENCY_UNAVAILABLE: 'does not answer (未应答)',
  NOT_LOADED: 'is not loaded (未导入)',
  STALE: 'is older than the policy allows (数据过期)',
  BROKEN_OFF: 'failed again and again (多次失败)',
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
      return ['Nothing was compared (未进行比对):', ...problemsOf(run)];
    default:
      return [
        'The comparison was broken off, and the school-age register is as before (比对中断，台账未变):',
        ...problemsOf(run),
      ];
  }
}

function problemsOf({ problems }: ComparisonRun): string[] {
  return problems.map(
    ({ code, agency, register }) =>
      `- ${register === null ? agency : `${agency} ${register}`} ${WORDS[code]}`,
  );
}
