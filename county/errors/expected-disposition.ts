import type { DispositionCode, ErrorClass } from '../views.js';

/** How a planted difference should end. Two classes have no disposition of their own. */
export function expectedDispositionOf(errorClass: ErrorClass): DispositionCode {
  if (errorClass === 'AMBIGUOUS') return 'ID_CORRECTED';
  if (errorClass === 'CHILD_LABOUR') return 'CONFIRMED_DROPOUT';
  return errorClass;
}
