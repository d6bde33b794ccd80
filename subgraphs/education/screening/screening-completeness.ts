import type { ScreeningState } from './screening.enums.js';

/** What has come in of one return, or of several together. */
export interface ScreeningCounts {
  /** Households that the villages list; null as long as one of them has not said how many it has. */
  readonly householdCount: number | null;
  /** Households that somebody met at home, found moved away or found not to exist. */
  readonly settled: number;
  readonly visited: number;
  readonly members: number;
  /** Members whose level of education somebody has checked. */
  readonly checked: number;
}

export interface ScreeningCompleteness extends ScreeningCounts {
  /** Settled ÷ listed households, 0 to 1; null where nobody knows how many there are. */
  readonly householdShare: number | null;
  /** 文化户口: checked ÷ all members, 0 to 1; null before the first member. */
  readonly memberShare: number | null;
}

export function completenessOf(counts: ScreeningCounts): ScreeningCompleteness {
  const { householdCount, settled, members, checked } = counts;
  return {
    ...counts,
    householdShare:
      householdCount === null || householdCount === 0 ? null : Math.min(1, settled / householdCount),
    memberShare: members === 0 ? null : checked / members,
  };
}

/** Of several returns together: what one of them does not know, nobody knows of all. */
export function sumOf(parts: readonly ScreeningCounts[]): ScreeningCounts {
  const total = (of: (part: ScreeningCounts) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const isKnown = parts.length > 0 && parts.every(({ householdCount }) => householdCount !== null);
  return {
    householdCount: isKnown ? total(({ householdCount }) => householdCount ?? 0) : null,
    settled: total(({ settled }) => settled),
    visited: total(({ visited }) => visited),
    members: total(({ members }) => members),
    checked: total(({ checked }) => checked),
  };
}

/** @param today, dueOn YYYY-MM-DD; on the due day itself a return is still in time */
export function screeningStateOf(
  { householdCount, settled, members, checked }: ScreeningCounts,
  { dueOn, today }: { readonly dueOn: string; readonly today: string },
): ScreeningState {
  const isDue = today > dueOn;
  if (householdCount !== null && settled >= householdCount && checked === members) return 'COMPLETE';
  // Everything that came in is checked, and whether more is out there nobody can say.
  if (isDue && householdCount === null && settled > 0 && checked === members) return 'UNKNOWN';
  if (isDue) return 'OVERDUE';
  return settled === 0 && members === 0 ? 'NOT_BEGUN' : 'UNDER_WAY';
}
