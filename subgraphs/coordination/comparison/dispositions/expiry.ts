import { addDays, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import type { Term } from '../../../../policies/school-calendar.js';
import { DISPOSITIONS, type DispositionCode } from './dispositions.js';

export interface Decision {
  readonly code: DispositionCode;
  readonly decidedOn: IsoDate;
  /** Last day of the approval that it rests on; null where it rests on none, or on one without an end. */
  readonly approvedUntil: string | null;
}

/**
 * The first day on which a disposition has to be checked again; null when it holds for good, or when its term is
 * not in the calendar yet.
 */
export function recheckDueOn(
  { code, decidedOn, approvedUntil }: Decision,
  { terms }: { readonly terms: readonly Pick<Term, 'start'>[] },
): IsoDate | null {
  const { validFor } = DISPOSITIONS[code];
  if (validFor === 'TERM') return terms.find(({ start }) => start > decidedOn)?.start ?? null;
  if (validFor === 'APPROVAL') return approvedUntil ? addDays(parseIsoDate(approvedUntil), 1) : null;
  return validFor === null ? null : addDays(decidedOn, validFor);
}
