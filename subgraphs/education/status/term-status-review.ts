import { addMonths, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';

/** The combing of status records that every school owes at the start of a term (学籍异动梳理). */
export interface TermReview {
  /** `2026-AUTUMN`: the first year of the academic year, then the season. */
  readonly term: string;
  readonly startsOn: IsoDate;
  /** Last day. */
  readonly dueOn: IsoDate;
}

/** The review of the term that began last; null without such a duty, or where no policy gives the terms' dates. */
export function termReviewOn(
  today: IsoDate,
  { duties }: Pick<ResolvedPolicy, 'duties'>,
  { terms }: Pick<SchoolCalendar, 'terms'>,
): TermReview | null {
  const months = Object.values(duties).flatMap((duty) =>
    duty?.value.kind === 'STATUS_REVIEW' && 'monthsAfterTermStart' in duty.value.occurs
      ? [duty.value.occurs.monthsAfterTermStart]
      : [],
  );
  const term = terms.findLast(({ start }) => start <= today);
  const [after] = months;
  if (after === undefined || !term) return null;
  return { term: term.key, startsOn: term.start, dueOn: addMonths(term.start, after) };
}

export type TermReviewState = 'CLEAR' | 'DUE' | 'OVERDUE' | 'UNKNOWN';

/** @param open records that somebody has still to see to */
export function termReviewState(
  open: number,
  { dueOn }: Pick<TermReview, 'dueOn'>,
  today: string,
): TermReviewState {
  if (open === 0) return 'CLEAR';
  return today <= dueOn ? 'DUE' : 'OVERDUE';
}
