import { addDays, addMonths, formatIsoDate, partsOf, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import {
  academicYearOf,
  type SchoolCalendar,
  type Season,
  type Unknown,
} from '../../../policies/school-calendar.js';

type Occurs = NonNullable<ResolvedPolicy['duties'][string]>['value']['occurs'];
export type UnknownReason = Unknown['reason'];

/** One of the periods in which a duty recurs. */
export interface DutyPeriod {
  /** `2026-11`, `2026Q4`, `2026`, `2026-2027`, or a term's key: `2026-AUTUMN`, `2026-SPRING`. */
  readonly label: string;
  /** The day by which the period is found: its first day, of a term without dates the one on which it usually begins. */
  readonly from: IsoDate;
  /** First and last day; null of a term whose dates no policy gives. */
  readonly days: { readonly first: IsoDate; readonly last: IsoDate } | null;
}

/** Periods of a duty whose `from` lies between two days, both included, in order of time. */
export function periodsOf(
  occurs: Occurs,
  calendar: Pick<SchoolCalendar, 'terms'>,
  from: IsoDate,
  to: IsoDate,
): DutyPeriod[] {
  return candidates(occurs, calendar, from, to)
    .filter((period) => from <= period.from && period.from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const BOTH: readonly Season[] = ['AUTUMN', 'SPRING'];

function candidates(
  occurs: Occurs,
  calendar: Pick<SchoolCalendar, 'terms'>,
  from: IsoDate,
  to: IsoDate,
): DutyPeriod[] {
  const years = yearsBetween(from, to);
  if ('atTermStart' in occurs) return termsOf(occurs.atTermStart, calendar, years);
  if ('monthsAfterTermStart' in occurs) return termsOf(BOTH, calendar, years);
  if ('inMonths' in occurs)
    return years.flatMap((year) =>
      [...new Set(occurs.inMonths)].map((month) => spanOf(year, month, 1, monthLabel)),
    );
  if (!('every' in occurs)) return [];
  switch (occurs.every) {
    case 'MONTH':
      return years.flatMap((year) => range(12).map((index) => spanOf(year, index + 1, 1, monthLabel)));
    case 'QUARTER':
      return years.flatMap((year) =>
        range(4).map((index) => spanOf(year, index * 3 + 1, 3, () => `${year}Q${index + 1}`)),
      );
    case 'CALENDAR_YEAR':
      return years.map((year) => spanOf(year, 1, 12, () => String(year)));
    case 'ACADEMIC_YEAR':
      return years.map((year) => spanOf(year, 9, 12, () => `${year}-${year + 1}`));
    case 'TERM':
      return termsOf(BOTH, calendar, years);
  }
}

/** One year more at either end: a spring term belongs to the academic year before. */
function yearsBetween(from: IsoDate, to: IsoDate): number[] {
  const first = academicYearOf(from) - 1;
  return range(Math.max(partsOf(to).year + 1 - first + 1, 0)).map((index) => first + index);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function monthLabel(first: IsoDate): string {
  return first.slice(0, 7);
}

function spanOf(
  year: number,
  month: number,
  months: number,
  labelOf: (first: IsoDate) => string,
): DutyPeriod {
  const first = formatIsoDate({ year, month, day: 1 });
  const last = addDays(addMonths(first, months), -1);
  return { label: labelOf(first), from: first, days: { first, last } };
}

function termsOf(
  seasons: readonly Season[],
  { terms }: Pick<SchoolCalendar, 'terms'>,
  years: readonly number[],
): DutyPeriod[] {
  return years.flatMap((year) =>
    [...new Set(seasons)].map((season) => {
      const label = `${year}-${season}`;
      const term = terms.find(({ key }) => key === label);
      return term
        ? { label, from: term.start, days: { first: term.start, last: term.end } }
        : { label, from: usualStart(year, season), days: null };
    }),
  );
}

function usualStart(academicYear: number, season: Season): IsoDate {
  return season === 'AUTUMN'
    ? formatIsoDate({ year: academicYear, month: 9, day: 1 })
    : formatIsoDate({ year: academicYear + 1, month: 3, day: 1 });
}
