import type { Discrepancy } from './discrepancy.js';

/** Registers that tell of custody, and the casework that may repeat it. */
const RESTRICTED_REGISTERS = new Set(['LEGAL_CUSTODY', 'CASEWORK']);

/**
 * A discrepancy as everybody may see it who may see the child's: one that custody explains looks like one that nothing
 * explains. Only police tell of custody, under a right of their own.
 */
export function shownDiscrepancy(discrepancy: Discrepancy): Discrepancy {
  if (discrepancy.proposedDisposition !== 'LEGAL_CUSTODY') return discrepancy;
  return {
    ...discrepancy,
    proposedDisposition: discrepancy.heldUntil === null ? null : 'PENDING',
    evidence: discrepancy.evidence.filter(({ register }) => !RESTRICTED_REGISTERS.has(register)),
  };
}
