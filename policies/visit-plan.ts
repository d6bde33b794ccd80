import { addDays, type IsoDate } from './iso-date.js';
import type { SchoolCalendar } from './school-calendar.js';

/** How the visits to one child stand against their plan. */
export interface VisitPlan {
  readonly everyDays: number;
  /** Null where nobody can say: a term that it depends on has no dates yet. */
  readonly dueOn: IsoDate | null;
  readonly isOverdue: boolean | null;
}

interface Visits {
  /** Decision from which on visits are owed. */
  readonly since: IsoDate;
  readonly last: IsoDate | null;
  readonly everyDays: number;
  readonly today: IsoDate;
}

/**
 * Day of the next visit: so many calendar days after the last, or after the decision where there was none since.
 * A visit is in time on its last day.
 */
export function planVisits({
  since,
  last,
  everyDays,
  today,
}: Visits): VisitPlan & { readonly dueOn: IsoDate } {
  const from = last !== null && last > since ? last : since;
  const dueOn = addDays(from, everyDays);
  return { everyDays, dueOn, isOverdue: dueOn < today };
}

/** The same for teaching: what falls into a vacation is due when the next term begins. */
export function planTeaching(
  visits: Visits,
  { termOf, terms, kindOf }: Pick<SchoolCalendar, 'termOf' | 'terms' | 'kindOf'>,
): VisitPlan {
  const plan = planVisits(visits);
  if (termOf(plan.dueOn)) return plan;
  const next = terms.find(({ start }) => start > plan.dueOn);
  // Without both terms of its year a day may lie in one of them.
  if (!next || kindOf(plan.dueOn) === 'TERM_DATES_MISSING') return { ...plan, dueOn: null, isOverdue: null };
  return { ...plan, dueOn: next.start, isOverdue: next.start < visits.today };
}

/** Days before its last day on which a visit comes onto the list of what is to be done. */
export const ANNOUNCED_DAYS = 7;

/** Whether a visit stands on the list of whoever makes it; one whose day nobody can tell is to be looked at. */
export function isVisitToBeMade({ dueOn }: VisitPlan, today: IsoDate): boolean {
  return dueOn === null || dueOn <= addDays(today, ANNOUNCED_DAYS);
}
