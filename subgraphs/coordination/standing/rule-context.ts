import {
  attendanceClock,
  attendanceCountedUpTo,
  type AttendanceClock,
} from '../../../policies/absence-spells.js';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { PolicyLibrary, ResolvedPolicy } from '../../../policies/resolve-policy.js';
import {
  academicYearOf,
  createSchoolCalendar,
  type SchoolCalendar,
} from '../../../policies/school-calendar.js';

/** What every rule is given beside the facts: the day, the academic year, the policy in force, the school calendar. */
export interface RuleContext {
  readonly today: IsoDate;
  /** First calendar year of the academic year. */
  readonly academicYear: number;
  readonly policy: ResolvedPolicy;
  /** The policy in force where a school stands. */
  readonly policyAt: (schoolCode: string) => ResolvedPolicy;
  readonly calendar: Pick<SchoolCalendar, 'terms' | 'addWorkingDays'>;
  /** The attendance clock where a school stands, stopped at the date of the attendance data. */
  readonly attendanceClockAt: (schoolCode: string) => AttendanceClock;
}

/** What is known of a school beside its code. */
export interface KnownSchool {
  readonly name: string;
  readonly divisionCode: string;
  /** Null where no register says. */
  readonly urbanRuralClass?: string | null;
}

export interface RuleContextOptions {
  readonly countyCode: string;
  readonly today: IsoDate;
  readonly policies: PolicyLibrary;
  /** By code. */
  readonly schools: ReadonlyMap<string, KnownSchool>;
  /** Date of education's attendance register; undefined when it was never loaded. */
  readonly attendanceAsOf: Date | undefined;
}

/** A school that is on no list follows the national clock alone, as education's own answer does. */
const NOWHERE = '00';

export function createRuleContext(options: RuleContextOptions): RuleContext {
  const { countyCode, today, policies, schools, attendanceAsOf } = options;
  const policy = policies.policyFor(countyCode, today);
  const countedUpTo = attendanceCountedUpTo(attendanceAsOf, today);
  const policyAt = (schoolCode: string) =>
    policies.policyFor(schools.get(schoolCode)?.divisionCode ?? NOWHERE, today);
  const clocks = new Map<ResolvedPolicy, AttendanceClock>();
  return {
    today,
    academicYear: academicYearOf(today),
    policy,
    policyAt,
    calendar: createSchoolCalendar(policy),
    attendanceClockAt: (schoolCode) => {
      const there = policyAt(schoolCode);
      const clock = clocks.get(there) ?? attendanceClock(there, createSchoolCalendar(there), countedUpTo);
      clocks.set(there, clock);
      return clock;
    },
  };
}

/** Whether a period holds on a day; an open end holds. Days are YYYY-MM-DD. */
export function holdsOn(today: string, from: string, until: string | null): boolean {
  return from <= today && (until === null || today <= until);
}

/** The row with the latest date. */
export function latestBy<Row>(rows: readonly Row[], dateOf: (row: Row) => string): Row | undefined {
  return rows.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))[0];
}
