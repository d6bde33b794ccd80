import type { StudentScope } from '../student/student-scope.entity.js';
import type { Register } from './register.entity.js';

export type RegisterKnowledge = 'FOUND' | 'NO_RECORD' | 'OUT_OF_COVERAGE' | 'NOT_LOADED';

/** What a register can say about one child, and how recent that is. */
export interface RegisterState {
  readonly state: RegisterKnowledge;
  readonly freshness: 'CURRENT' | 'STALE';
  readonly asOf: Date | null;
  readonly source: string;
}

export interface RegisterQuestion {
  readonly hasRows: boolean;
  /** The register's own row; undefined when it was never loaded. */
  readonly register: Register | undefined;
  readonly scopes: readonly Pick<StudentScope, 'kind' | 'code'>[];
  readonly now: Date;
}

const DAY_MS = 86_400_000;

/**
 * "Nothing" has to be earned: a row is always FOUND; without one the register must be loaded and must cover
 * the child before its silence counts as NO_RECORD.
 */
export function registerStateOf({ hasRows, register, scopes, now }: RegisterQuestion): RegisterState {
  if (!register) {
    return { state: hasRows ? 'FOUND' : 'NOT_LOADED', freshness: 'STALE', asOf: null, source: '' };
  }
  const isCovered = scopes.some(
    ({ kind, code }) => register.covers.includes(kind) && isInArea(kind, code, register),
  );
  const isStale = now.getTime() - register.asOf.getTime() > register.staleAfterDays * DAY_MS;
  return {
    state: hasRows ? 'FOUND' : isCovered ? 'NO_RECORD' : 'OUT_OF_COVERAGE',
    freshness: isStale ? 'STALE' : 'CURRENT',
    asOf: register.asOf,
    source: register.source,
  };
}

/** School and class scopes are published for schools of the area only, so their kind decides alone. */
function isInArea(kind: string, code: string, register: Register): boolean {
  return kind === 'REGISTERED' || kind === 'RESIDENCE' ? code.startsWith(register.division) : true;
}

/** Only a current answer that is FOUND or NO_RECORD counts as known. */
export function isKnown({ state, freshness }: Pick<RegisterState, 'state' | 'freshness'>): boolean {
  return freshness === 'CURRENT' && (state === 'FOUND' || state === 'NO_RECORD');
}
