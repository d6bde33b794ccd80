import type DataLoader from 'dataloader';
import { reasonsWithin } from '../../../policies/absence-routes.js';
import { attendanceClock, unexcusedSpells, type AbsenceSpell } from '../../../policies/absence-spells.js';
import { attendanceData, isSheetMissing } from '../../../policies/attendance-data.js';
import { parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
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
  async function dataOf(classCode: string | null) {
    const asOf = (await registers()).get('ATTENDANCE')?.asOf;
    const sheets = classCode === null ? [] : await sheetDays.load(classCode);
    return attendanceData(
      asOf,
      today,
      sheets.map(({ date }) => parseIsoDate(date)),
    );
  }
  const countedUpTo = async (classCode: string | null) => (await dataOf(classCode)).upTo;
  return {
    countedUpTo,
    runsOnSheets: async (classCode) => (await dataOf(classCode)).sheets.size > 0,
    async spellsOf(absences) {
      const latest = absences.toSorted((a, b) => b.date.localeCompare(a.date))[0];
      if (!latest) return [];
      const { studentId, schoolCode, classCode } = latest;
      const policy = await policyOf(schoolCode);
      const data = await dataOf(classCode ?? null);
      const spells = unexcusedSpells(
        absences.map(({ date, session, state }) => ({ date: parseIsoDate(date), session, state })),
        attendanceClock(policy, calendarOf(policy), data.upTo, (day) => isSheetMissing(data, day)),
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
