import type { PolicyFinding } from '../../policies/check/policy-finding.js';

/** The findings as lines: file, key path, what is wrong, how to mend it; last the count. */
export function printedFindings(findings: readonly PolicyFinding[], files: number): string[] {
  const lines = findings.flatMap(({ file, path, problem, mend }) => [
    `${file}${path === '' ? '' : `  ${path}`}`,
    `  wrong: ${problem}`,
    `  mend:  ${mend}`,
  ]);
  return [
    ...lines,
    `${files} policy files, ${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}.`,
  ];
}
