import type { LoadedPolicyFile } from '../policy.schema.js';
import type { PolicyFinding } from './policy-finding.js';
import { statedValues, type PlacedValue } from './stated-values.js';

interface Period {
  readonly from: string;
  readonly to: string;
}

const ALWAYS = '9999-12-31';

function periodOf(file: LoadedPolicyFile, { stated }: PlacedValue): Period {
  const from = [file.validFrom ?? '', stated.validFrom ?? ''].toSorted().at(-1) ?? '';
  const to = [file.validTo ?? ALWAYS, stated.validTo ?? ALWAYS].toSorted()[0] ?? ALWAYS;
  return { from, to };
}

function divisionsOf({ appliesTo }: LoadedPolicyFile): readonly string[] {
  if (appliesTo === 'TEMPLATE') return [];
  return appliesTo === 'NATIONAL' ? [appliesTo] : appliesTo;
}

/**
 * Two files of one division that state the same value for the same days: the hub takes the younger file, which is
 * seldom what the older one's authors know of. A smaller division over a larger one is no overlap.
 */
export function findOverlaps(files: readonly LoadedPolicyFile[]): PolicyFinding[] {
  return files.flatMap((file, index) =>
    files.slice(0, index).flatMap((other) => {
      const shared = divisionsOf(file).filter((code) => divisionsOf(other).includes(code));
      return shared.length === 0 ? [] : overlapsOf(file, other, shared);
    }),
  );
}

function overlapsOf(
  file: LoadedPolicyFile,
  other: LoadedPolicyFile,
  divisions: readonly string[],
): PolicyFinding[] {
  const others = new Map(statedValues(other).map((value) => [value.path, value]));
  return statedValues(file).flatMap((value) => {
    const twin = others.get(value.path);
    if (!twin) return [];
    const [mine, theirs] = [periodOf(file, value), periodOf(other, twin)];
    const from = mine.from > theirs.from ? mine.from : theirs.from;
    const to = mine.to < theirs.to ? mine.to : theirs.to;
    if (from > to) return [];
    return {
      file: file.file,
      path: value.path,
      problem: `${other.file} states the same value for ${divisions.join(', ')} from ${from}${to === ALWAYS ? ' on' : ` to ${to}`}`,
      mend: 'Give the file that is replaced a validTo, the day before the other begins, or state the value in one file only.',
    };
  });
}
