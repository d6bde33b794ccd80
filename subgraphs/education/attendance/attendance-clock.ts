import type DataLoader from 'dataloader';
import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import {
  attendanceClock,
  attendanceCountedUpTo,
  unexcusedSpells,
  type AbsenceSpell,
} from '../../../policies/absence-spells.js';
import type { Absence } from './absence.entity.js';
import { calendarOf, type SchoolPolicies } from '../school/school-policy.js';

/** A spell with where it happened and to whom. */
export interface PupilAbsenceSpell extends AbsenceSpell {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly classCode: string | null;
  /** Reasons on the sheets of its days, each once. */
  readonly reasons: readonly string[];
}

/** Days of which the sheet of a class is in, beyond those that were imported. */
export type SheetDays = DataLoader<string, readonly { readonly date: string }[]>;

export interface AttendanceClocks {
  /** The last day of the attendance data of a class: sheets that have not come in yet show nobody as present. */
  countedUpTo(classCode: string | null): Promise<IsoDate>;
  /** Whether sheets of the class have come in since the last import. */
  runsOnSheets(classCode: string | null): Promise<boolean>;
  /** Spells of one child from its absences, by the calendar and clocks of the school it was last missed at; latest first. */
  spellsOf(absences: readonly Absence[]): Promise<PupilAbsenceSpell[]>;
}

export function createAttendanceClocks(
  { registers, today }: Pick<LoaderContext, 'registers' | 'today'>,
  policyOf: SchoolPolicies,
  sheetDays: SheetDays,
): AttendanceClocks {
  async function sheetsOf(classCode: string | null) {
    const asOf = (await registers()).get('ATTENDANCE')?.asOf;
    const sheets = classCode === null ? [] : await sheetDays.load(classCode);
    const days = sheets.map(({ date }) => parseIsoDate(date)).toSorted();
    // Where nothing was imported the sheets are all there is: the data begin with the first of them.
    const imported = !asOf && days[0] ? addDays(days[0], -1) : attendanceCountedUpTo(asOf, today);
    const later = new Set(days.filter((date) => date > imported));
    const upTo = [...later].reduce((last, date) => (date > last ? date : last), imported);
    return { imported, later, upTo };
  }
  const countedUpTo = async (classCode: string | null) => (await sheetsOf(classCode)).upTo;
  return {
    countedUpTo,
    runsOnSheets: async (classCode) => (await sheetsOf(classCode)).later.size > 0,
    async spellsOf(absences) {
      const latest = absences.toSorted((a, b) => b.date.localeCompare(a.date))[0];
      if (!latest) return [];
      const { studentId, schoolCode, classCode } = latest;
      const policy = await policyOf(schoolCode);
      const { imported, later, upTo } = await sheetsOf(classCode ?? null);
      const calendar = withoutMissingSheets(calendarOf(policy), {
        from: addDays(imported, 1),
        to: upTo,
        later,
      });
      const spells = unexcusedSpells(
        absences.map(({ date, session, state }) => ({ date: parseIsoDate(date), session, state })),
        attendanceClock(policy, calendar, upTo),
      );
      return spells.map((spell) => ({
        ...spell,
        studentId,
        schoolCode,
        classCode: classCode ?? null,
        reasons: reasonsWithin(absences, spell),
      }));
    },
  };
}

/** A day whose sheet has not come in shows neither that a child was there nor that it was away: a spell goes on over it. */
function withoutMissingSheets(
  calendar: SchoolCalendar,
  { from, to, later }: { readonly from: IsoDate; readonly to: IsoDate; readonly later: ReadonlySet<IsoDate> },
): Pick<SchoolCalendar, 'termOf' | 'isSchoolDay'> {
  return {
    termOf: (date) => calendar.termOf(date),
    isSchoolDay: (date) =>
      date >= from && date <= to && !later.has(date)
        ? { known: true, value: false }
        : calendar.isSchoolDay(date),
  };
}

function reasonsWithin(absences: readonly Absence[], { from, to }: AbsenceSpell): string[] {
  const own = absences.filter(({ date, state }) => state === 'UNEXCUSED' && date >= from && date <= to);
  return [...new Set(own.map(({ reason }) => reason))].toSorted();
}
