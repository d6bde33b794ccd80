import type { DISCREPANCY_STATES } from '../discrepancies/discrepancy.entity.js';
import { DISPOSITIONS, type DispositionCode } from './dispositions.js';

export type DiscrepancyState = (typeof DISCREPANCY_STATES)[number];

/**
 * What a decision makes of a difference that the registers still show. A register that is to be repaired is waited for:
 * it is off the list when a run has matched it again and finds nothing, not when somebody says that it was done.
 */
export function stateAfter(code: DispositionCode): Exclude<DiscrepancyState, 'GONE'> {
  const { closesDiscrepancy, family } = DISPOSITIONS[code];
  if (closesDiscrepancy) return 'CLOSED_OUT';
  return family === 'REGISTER_ERROR' ? 'AWAITING_REPAIR' : 'OPEN';
}

const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];

/** Codes that leave a difference in a state, for statements over a whole county. */
export const codesLeaving = (state: DiscrepancyState): readonly DispositionCode[] =>
  CODES.filter((code) => stateAfter(code) === state);

/** Codes that hold until the next term begins. */
export const codesOfTerm: readonly DispositionCode[] = CODES.filter(
  (code) => DISPOSITIONS[code].validFor === 'TERM',
);
