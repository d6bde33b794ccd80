import { attendanceClock, type AttendanceClock } from '../../../policies/absence-spells.js';
import { attendanceData, isSheetMissing, type AttendanceData } from '../../../policies/attendance-data.js';
import type { IsoDate } from '../../../policies/iso-date.js';
import { NOWHERE } from '../../../policies/policy-areas.js';
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
  readonly calendar: Pick<SchoolCalendar, 'terms' | 'addWorkingDays' | 'isSchoolDay'>;
  /** Of which days the attendance of a class is known; without a class, those that were imported. */
  readonly attendanceOf: (classCode: string | null) => AttendanceData;
  /** The attendance clock where a school stands, stopped at the last day that is known of the class. */
  readonly attendanceClockAt: (schoolCode: string, classCode: string | null) => AttendanceClock;
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
  /** Days of which a sheet is in, by class. */
  readonly sheetDays: ReadonlyMap<string, readonly IsoDate[]>;
}

export function createRuleContext(options: RuleContextOptions): RuleContext {
  const { countyCode, today, policies, schools, attendanceAsOf, sheetDays } = options;
  const policy = policies.policyFor(countyCode, today);
  // A school that is on no list follows the national clock alone, as education's own answer does.
  const policyAt = (schoolCode: string) =>
    policies.policyFor(schools.get(schoolCode)?.divisionCode ?? NOWHERE, today);
  const imported = attendanceData(attendanceAsOf, today, []);
  const attendanceOf = (classCode: string | null) => {
    const days = classCode === null ? undefined : sheetDays.get(classCode);
    return days ? attendanceData(attendanceAsOf, today, days) : imported;
  };
  const calendars = new Map<ResolvedPolicy, SchoolCalendar>();
  const calendarOf = (there: ResolvedPolicy) => {
    const calendar = calendars.get(there) ?? createSchoolCalendar(there);
    calendars.set(there, calendar);
    return calendar;
  };
  return {
    today,
    academicYear: academicYearOf(today),
    policy,
    policyAt,
    calendar: calendarOf(policy),
    attendanceOf,
    attendanceClockAt: (schoolCode, classCode) => {
      const there = policyAt(schoolCode);
      const data = attendanceOf(classCode);
      return attendanceClock(there, calendarOf(there), data.upTo, (day) => isSheetMissing(data, day));
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
