import type { Caller } from '../../_kit/access/caller.js';

/** Schools and classes whose own people ask: what is theirs to do is not for the officers above them. */
export interface OwnSchools {
  readonly schools: readonly string[];
  readonly classes: readonly string[];
}

export function ownSchoolsOf({ jurisdiction }: Pick<Caller, 'jurisdiction'>): OwnSchools {
  const codesOf = (wanted: 'SCHOOL' | 'CLASS') =>
    jurisdiction.flatMap(({ kind, code }) => (kind === wanted ? [code] : []));
  return { schools: codesOf('SCHOOL'), classes: codesOf('CLASS') };
}

const TOWNSHIP_DIGITS = 9;

/** Villages and townships whose own people ask; a county visits no household. */
export function ownVillagesOf({ jurisdiction }: Pick<Caller, 'jurisdiction'>): string[] {
  return jurisdiction.flatMap(({ kind, code }) =>
    kind === 'DIVISION' && code.length >= TOWNSHIP_DIGITS ? [code] : [],
  );
}
