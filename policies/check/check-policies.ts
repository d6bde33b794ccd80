import { isIsoDate, type IsoDate } from '../iso-date.js';
import { parsePolicyFiles, type YamlFile } from '../load-policies.js';
import { PolicyError } from '../policy-error.js';
import { createPolicyLibrary } from '../resolve-policy.js';
import type { LoadedPolicyFile } from '../policy.schema.js';
import { findBrokenFloors } from './check-floors.js';
import { findOverlaps } from './check-overlaps.js';
import { findBrokenReferences } from './check-references.js';
import { findIdlePeriods, findMissingSources } from './check-sources.js';
import { byFileAndPath, mended, type PolicyFinding } from './policy-finding.js';

/** A province that no template can mean: under it, a template is tried as if somebody had adopted it. */
const NOWHERE = '00';

/**
 * Everything that is wrong with policy files, each together with how to mend it: schema, sources, periods, overlaps,
 * floors, divisions, and what the values in force demand of each other.
 * @param isDivision whether a code, cut by level, is on the list of divisions.
 */
export function checkPolicies(
  files: readonly YamlFile[],
  isDivision: (code: string) => boolean,
): PolicyFinding[] {
  const { loaded, problems } = parsePolicyFiles(files);
  const national = loaded.filter(({ appliesTo }) => appliesTo === 'NATIONAL');
  const found = [
    ...problems.map(mended),
    ...loaded.flatMap((file) => [
      ...findMissingSources(file),
      ...findIdlePeriods(file),
      ...findBrokenFloors(file, national),
      ...unknownDivisions(file, isDivision),
    ]),
    ...findOverlaps(loaded),
    ...(national.length > 0 ? loaded.flatMap((file) => inForce(file, loaded)) : []),
  ];
  const distinct = new Map(found.map((finding) => [JSON.stringify(finding), finding]));
  return [...distinct.values()].toSorted(byFileAndPath);
}

function unknownDivisions(
  { file, appliesTo }: LoadedPolicyFile,
  isDivision: (code: string) => boolean,
): PolicyFinding[] {
  if (appliesTo === 'NATIONAL' || appliesTo === 'TEMPLATE') return [];
  return appliesTo.flatMap((code, index) =>
    isDivision(code)
      ? []
      : {
          file,
          path: `appliesTo.${index}`,
          problem: `no division has the code ${code}`,
          mend: 'Look the code up (GB/T 2260); a county that the hub does not know yet is added to county/divisions.csv.',
        },
  );
}

/** What is wrong among the values in force where and when a file decides; what is wrong without it is not its fault. */
function inForce(file: LoadedPolicyFile, all: readonly LoadedPolicyFile[]): PolicyFinding[] {
  const tried = file.appliesTo === 'TEMPLATE' ? { ...file, appliesTo: [NOWHERE] } : file;
  const [division = NOWHERE] = tried.appliesTo === 'NATIONAL' ? [] : tried.appliesTo;
  const others = all.filter((other) => other !== file);
  const isNational = file.appliesTo === 'NATIONAL';
  return referencesOn(dayOf(tried, all), division, isNational ? [file] : [tried, ...others], file.file);
}

function referencesOn(
  day: IsoDate,
  division: string,
  files: readonly LoadedPolicyFile[],
  name: string,
): PolicyFinding[] {
  try {
    const policy = createPolicyLibrary(files).policyFor(division, day);
    return findBrokenReferences(policy).flatMap((reference) => {
      const states = files.find(({ file }) => file === name);
      const [, section = '', key = ''] = reference.path.split('.');
      return states?.values[section]?.[key] ? [{ file: name, ...reference }] : [];
    });
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map(({ problem }) => ({
      file: name,
      path: '',
      problem,
      mend: 'State these values in the national policy: the hub cannot do without them.',
    }));
  }
}

/** The first day on which the file holds together with a national policy. */
function dayOf(file: LoadedPolicyFile, all: readonly LoadedPolicyFile[]): IsoDate {
  const days = [file, ...all.filter(({ appliesTo }) => appliesTo === 'NATIONAL').slice(0, 1)]
    .map(({ validFrom }) => validFrom)
    .filter((day) => day !== null && isIsoDate(day))
    .toSorted();
  const [day] = days.slice(-1);
  if (!day) throw new RangeError('A national policy has a first day.');
  return day;
}
