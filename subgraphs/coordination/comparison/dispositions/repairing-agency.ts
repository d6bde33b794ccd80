import { codesLeaving } from './discrepancy-state.js';
import type { DispositionCode } from './dispositions.js';

/** Whose register is wrong, once it is decided so; not always the agency that confirms it. */
const REPAIRED_BY: { readonly [Code in DispositionCode]?: 'education' | 'police' } = {
  ID_CORRECTED: 'education',
  NAME_CORRECTED: 'education',
  DUPLICATE_STATUS: 'education',
  GHOST_STATUS: 'education',
  /** Police have changed the number; the student status goes on with the former one. */
  ID_CHANGED: 'education',
  DUPLICATE_ID_REFERRED: 'police',
  DUPLICATE_HOUSEHOLD: 'police',
  UNREGISTERED_BIRTH: 'police',
};

/** Decisions after which an agency has to repair its register. */
export const codesRepairedBy = (agency: string): readonly DispositionCode[] =>
  codesLeaving('AWAITING_REPAIR').filter((code) => REPAIRED_BY[code] === agency);
