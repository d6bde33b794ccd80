import type { IsoDate } from '../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../policies/school-calendar.js';

/** What every rule is given beside the facts: the day, the academic year, the policy in force, the school calendar. */
export interface RuleContext {
  readonly today: IsoDate;
  /** First calendar year of the academic year. */
  readonly academicYear: number;
  readonly policy: ResolvedPolicy;
  readonly calendar: Pick<SchoolCalendar, 'terms' | 'termOf' | 'isSchoolDay' | 'addWorkingDays'>;
}

/** Whether a period holds on a day; an open end holds. Days are YYYY-MM-DD. */
export function holdsOn(today: string, from: string, until: string | null): boolean {
  return from <= today && (until === null || today <= until);
}

/** The row with the latest date. */
export function latestBy<Row>(rows: readonly Row[], dateOf: (row: Row) => string): Row | undefined {
  return rows.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))[0];
}
