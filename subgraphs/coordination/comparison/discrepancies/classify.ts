import type { DispositionCode } from '../dispositions/dispositions.js';
import type { Discrepancy } from './discrepancy.js';

/**
 * How a child's difference most likely ends: the proposal of the discrepancy that names it best. Null where the
 * registers disagree and nothing explains it, undefined where they agree.
 */
export function classify(discrepancies: readonly Discrepancy[]): DispositionCode | null | undefined {
  const [first] = discrepancies;
  return first?.proposedDisposition;
}
