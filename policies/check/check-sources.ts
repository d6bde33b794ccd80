import type { LoadedPolicyFile } from '../policy.schema.js';
import { statedValues } from './stated-values.js';
import type { PolicyFinding } from './policy-finding.js';

const PLACEHOLDER = /^(\?+|-+|todo|tbd|n\/a|unknown|待补.*|待定.*|xx+)$/i;

/** A value without a real clause can't be defended before the family that it is held against. */
export function findMissingSources(file: LoadedPolicyFile): PolicyFinding[] {
  return statedValues(file).flatMap(({ path, stated: { source } }) =>
    (['document', 'clause'] as const)
      .filter((part) => PLACEHOLDER.test(source[part]))
      .map((part) => ({
        file: file.file,
        path: `${path}.source.${part}`,
        problem: `"${source[part]}" is no ${part}`,
        mend: 'Read the document and write the number of the clause that says it, as it is printed there.',
      })),
  );
}

/** Days of a value that lie outside the days of its file never come into force. */
export function findIdlePeriods(file: LoadedPolicyFile): PolicyFinding[] {
  return statedValues(file).flatMap(({ path, stated: { validFrom, validTo } }) => {
    const found: PolicyFinding[] = [];
    const add = (part: string, problem: string, mend: string) =>
      found.push({ file: file.file, path: `${path}.${part}`, problem, mend });
    if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
      add('validTo', 'the value ends before it begins', 'Put the two days into order.');
    if (validTo !== undefined && file.validFrom !== null && validTo < file.validFrom)
      add(
        'validTo',
        `the value ends before its file begins (${file.validFrom})`,
        'Remove the value, or its end.',
      );
    if (validFrom !== undefined && file.validTo !== null && validFrom > file.validTo)
      add(
        'validFrom',
        `the value begins after its file ends (${file.validTo})`,
        'Move it to the file that follows.',
      );
    return found;
  });
}
