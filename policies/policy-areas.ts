import type { IsoDate } from './iso-date.js';
import type { PolicyLibrary, ResolvedPolicy } from './resolve-policy.js';

/** No province has this code, so the national values alone apply. */
export const NOWHERE = '00';

/** All divisions of an area have one policy, except those of a smaller area within it. */
export interface PolicyArea {
  /** Begins the codes of the area's divisions; nothing, and so of every division, where the national values apply. */
  readonly code: string;
  readonly policy: ResolvedPolicy;
}

/**
 * The policy of every division there may be, on a day: that of the first area whose code begins its own. The nation is
 * the last.
 */
export function policyAreas(
  { files, policyFor }: Pick<PolicyLibrary, 'files' | 'policyFor'>,
  onDate: IsoDate,
): readonly [...PolicyArea[], PolicyArea] {
  const codes = new Set(files.flatMap(({ appliesTo }) => (Array.isArray(appliesTo) ? appliesTo : [])));
  const smallerFirst = [...codes].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return [
    ...smallerFirst.map((code) => ({ code, policy: policyFor(code, onDate) })),
    { code: '', policy: policyFor(NOWHERE, onDate) },
  ];
}
