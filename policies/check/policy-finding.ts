import type { PolicyProblem } from '../policy-error.js';

/** A problem of a policy file together with what its writer does about it. */
export interface PolicyFinding extends PolicyProblem {
  readonly mend: string;
}

const MENDING: readonly (readonly [words: RegExp, mend: string])[] = [
  [
    /is not valid YAML/,
    'Correct the indentation, quotes or brackets in that line; put words with a comma into quotes.',
  ],
  [
    /is it misspelt|unknown name/,
    'Correct the name; every section and setting stands in policies/policy-settings.ts.',
  ],
  [
    /which the file does not list/,
    'Add the document under "cites" with title and titleEn, or cite the file’s own.',
  ],
  [/floor/, 'Remove "floor" here; only the national policy marks values as floors.'],
  [/only a TEMPLATE may leave it open/, 'Write the day as YYYY-MM-DD, or keep "appliesTo: TEMPLATE".'],
  [/there is no national policy/, 'Check the file beside national-2024.yaml.'],
  [/ends before it begins|starts/, 'Put the two days or ages into order.'],
  [/received undefined/, 'Add the missing part.'],
  [/division code/, 'Write the code in quotes, cut by level: 2, 4, 6, 9 or 12 digits.'],
];

/** What mends a problem that the schema found. */
export function mended(problem: PolicyProblem): PolicyFinding {
  const [, mend = 'Write the value as expected; its shape stands in policies/policy-settings.ts.'] =
    MENDING.find(([words]) => words.test(problem.problem)) ?? [];
  return { ...problem, mend };
}

/** In the order in which somebody works through a file. */
export function byFileAndPath(a: PolicyFinding, b: PolicyFinding): number {
  return a.file.localeCompare(b.file) || a.path.localeCompare(b.path) || a.problem.localeCompare(b.problem);
}
