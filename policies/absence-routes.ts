import type { AbsenceSpell } from './absence-spells.js';
import type { TOLD_OF_ABSENCES } from './policy-vocabulary.js';
import type { ResolvedPolicy } from './resolve-policy.js';

export type ToldOfAbsence = (typeof TOLD_OF_ABSENCES)[number];

interface SheetedAbsence {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly state: string;
  readonly reason: string;
}

/** Reasons on the sheets of a spell's days, each once. */
export function reasonsWithin(
  absences: readonly SheetedAbsence[],
  { from, to }: Pick<AbsenceSpell, 'from' | 'to'>,
): string[] {
  const own = absences.filter(({ date, state }) => state === 'UNEXCUSED' && date >= from && date <= to);
  return [...new Set(own.map(({ reason }) => reason))].toSorted();
}

/**
 * Agencies that are to be told of a spell because of its reasons, each once. Only one that makes a suspected dropout is
 * more than the class teacher's matter.
 */
export function toldOfAbsence(
  { kind, reasons }: Pick<AbsenceSpell, 'kind'> & { readonly reasons: readonly string[] },
  { absenceRoutes }: Pick<ResolvedPolicy, 'absenceRoutes'>,
): ToldOfAbsence[] {
  if (kind === 'SHORT') return [];
  const told = Object.entries(absenceRoutes)
    .filter(([reason]) => reasons.includes(reason))
    .flatMap(([, agencies]) => agencies.value);
  return [...new Set(told)].toSorted();
}
