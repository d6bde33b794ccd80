import { DISPOSITIONS, type DispositionCode } from '../comparison/dispositions/dispositions.js';
import type { Standing } from './standing.enums.js';

/**
 * What a decision says of a child's standing; null where it says nothing of it, because a register is wrong, nobody knows
 * yet, or a case is open, which speaks for itself.
 */
export function standingOfDisposition(code: string): Standing | null {
  // Custody is told by police alone, and a standing would tell it.
  if (!isDisposition(code) || code === 'LEGAL_CUSTODY') return null;
  const { family, countsInDenominator } = DISPOSITIONS[code];
  if (code === 'NOT_YET_DUE') return 'NOT_YET_COMPULSORY';
  if (!countsInDenominator) return 'OUT_OF_SCOPE';
  if (family === 'IN_SCHOOL') return 'IN_SCHOOL';
  return family === 'APPROVED_ABSENCE' ? 'APPROVED_ABSENCE' : null;
}

function isDisposition(code: string): code is DispositionCode {
  return Object.hasOwn(DISPOSITIONS, code);
}
