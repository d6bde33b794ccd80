import type { ImportCounts } from './apply-import.js';
import type { RowWarning } from './row-problems.js';

/** Why a file is not taken on one person's word. */
export type SecondPersonReason = 'LARGE_CHANGE' | 'NUMBERS_WRONG' | 'OLDER_LIST';

/** Fewer rows than these are looked through by whoever gives them. */
const FEW_ROWS = 20;
/** Single numbers are often wrong; where most of them are, columns were exchanged, or a spreadsheet has rounded them. */
const MOST = 0.5;
const OF_NUMBERS: readonly RowWarning[] = ['NUMBER_WRONG', 'NUMBER_DISAGREES', 'NUMBER_DIGITS_LOST'];

export interface Staged {
  readonly counts: ImportCounts;
  readonly rows: number;
  readonly warnings: ReadonlyMap<RowWarning, number>;
  /** A whole list, drawn before the day of which the register speaks: it would put back what was true then. */
  readonly isOlder: boolean;
}

/** @returns null for a file that one person may import. @param share of the register that one person may change */
export function secondPersonFor(
  { counts: { before, changed, removed }, rows, warnings, isOlder }: Staged,
  share: number,
): SecondPersonReason | null {
  const wrong = OF_NUMBERS.reduce((sum, warning) => sum + (warnings.get(warning) ?? 0), 0);
  if (rows >= FEW_ROWS && wrong > rows * MOST) return 'NUMBERS_WRONG';
  if (isOlder) return 'OLDER_LIST';
  return changed + removed > before * share ? 'LARGE_CHANGE' : null;
}
