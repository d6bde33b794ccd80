import { addDays, compareIsoDates, partsOf, type IsoDate } from './iso-date.js';
import type { Resolved, ResolvedPolicy } from './resolve-policy.js';
import { createStatutoryCalendar, type StatutoryDay } from './statutory-calendar.js';

export type SchoolDayKind =
  | 'SCHOOL_DAY'
  | 'MAKE_UP_SCHOOL_DAY'
  | 'WEEKEND'
  | 'STATUTORY_HOLIDAY'
  | 'LOCAL_CLOSURE'
  | 'OUTSIDE_TERM'
  | Unknown['reason'];

/** Holidays of that year are not published yet, or no policy gives the dates of that academic year's terms. */
export interface Unknown {
  readonly known: false;
  readonly reason: 'NOT_ANNOUNCED' | 'TERM_DATES_MISSING';
  /** The first day that could not be told. */
  readonly date: IsoDate;
}

/** An answer, or the reason why there is none yet. A clock that meets an unknown day must not run on. */
export type Known<T> = { readonly known: true; readonly value: T } | Unknown;

export type Season = 'AUTUMN' | 'SPRING';

export interface Term {
  /** `2026-AUTUMN`, `2026-SPRING`: the first year of the academic year, then the season. */
  readonly key: string;
  readonly academicYear: number;
  readonly season: Season;
  readonly start: IsoDate;
  /** Last day of the term, inclusive. */
  readonly end: IsoDate;
  readonly provenance: Resolved<unknown>['provenance'];
}

export interface SchoolCalendar {
  /** Terms in order of time. */
  readonly terms: readonly Term[];
  /** The term that a day lies in, weekends and holidays inside it included; undefined in the vacations. */
  termOf(date: IsoDate): Term | undefined;
  kindOf(date: IsoDate): SchoolDayKind;
  isSchoolDay(date: IsoDate): Known<boolean>;
  /** School days from `from` to `to`, both included; empty when `to` is earlier. */
  schoolDaysBetween(from: IsoDate, to: IsoDate): Known<readonly IsoDate[]>;
  /** The `days`-th working day (工作日) after a day, by the statutory calendar, in or out of term. */
  addWorkingDays(date: IsoDate, days: number): Known<IsoDate>;
}

/**
 * The academic year (学年) of a day, named by the calendar year in which it begins on 1 September: 2026-08-31 is
 * in 2025, 2026-09-01 in 2026. It does not depend on when a county's terms start.
 */
export function academicYearOf(date: IsoDate): number {
  const { year, month } = partsOf(date);
  return month >= 9 ? year : year - 1;
}

function termsOf(policy: Pick<ResolvedPolicy, 'terms'>): Term[] {
  const terms: Term[] = [];
  for (const [key, given] of Object.entries(policy.terms)) {
    if (!given) continue;
    const { start, end } = given.value;
    const season = key.endsWith('AUTUMN') ? 'AUTUMN' : 'SPRING';
    terms.push({
      key,
      academicYear: Number(key.slice(0, 4)),
      season,
      start,
      end,
      provenance: given.provenance,
    });
  }
  return terms.sort((a, b) => compareIsoDates(a.start, b.start));
}

const KIND_IN_TERM: Readonly<Record<StatutoryDay, SchoolDayKind>> = {
  WORKDAY: 'SCHOOL_DAY',
  MAKE_UP_WORKDAY: 'MAKE_UP_SCHOOL_DAY',
  WEEKEND: 'WEEKEND',
  STATUTORY_HOLIDAY: 'STATUTORY_HOLIDAY',
  NOT_ANNOUNCED: 'NOT_ANNOUNCED',
};

/**
 * The school days of one division: statutory holidays and make-up workdays, the policy's terms, and the days on
 * which its schools close or teach against that calendar.
 */
export function createSchoolCalendar(
  policy: Pick<ResolvedPolicy, 'terms' | 'statutoryHolidays' | 'localDays'>,
): SchoolCalendar {
  const terms = termsOf(policy);
  const statutoryDay = createStatutoryCalendar(policy);
  const localDays = Object.values(policy.localDays).flatMap((given) => (given ? [given.value] : []));
  const termOf = (date: IsoDate) => terms.find(({ start, end }) => start <= date && date <= end);

  function kindOf(date: IsoDate): SchoolDayKind {
    const local = localDays.find(({ from, to }) => from <= date && date <= to);
    if (local) return local.schoolDay ? 'SCHOOL_DAY' : 'LOCAL_CLOSURE';
    if (termOf(date)) return KIND_IN_TERM[statutoryDay(date)];
    const termsOfYear = terms.filter(({ academicYear }) => academicYear === academicYearOf(date));
    return termsOfYear.length === 2 ? 'OUTSIDE_TERM' : 'TERM_DATES_MISSING';
  }

  function isSchoolDay(date: IsoDate): Known<boolean> {
    const kind = kindOf(date);
    if (kind === 'NOT_ANNOUNCED' || kind === 'TERM_DATES_MISSING')
      return { known: false, reason: kind, date };
    return { known: true, value: kind === 'SCHOOL_DAY' || kind === 'MAKE_UP_SCHOOL_DAY' };
  }

  return {
    terms,
    termOf,
    kindOf,
    isSchoolDay,
    schoolDaysBetween: (from, to) => {
      const days: IsoDate[] = [];
      for (let date = from; date <= to; date = addDays(date, 1)) {
        const answer = isSchoolDay(date);
        if (!answer.known) return answer;
        if (answer.value) days.push(date);
      }
      return { known: true, value: days };
    },
    addWorkingDays: (from, days) => {
      let date = from;
      for (let left = days; left > 0;) {
        date = addDays(date, 1);
        const kind = statutoryDay(date);
        if (kind === 'NOT_ANNOUNCED') return { known: false, reason: kind, date };
        if (kind === 'WORKDAY' || kind === 'MAKE_UP_WORKDAY') left -= 1;
      }
      return { known: true, value: date };
    },
  };
}
