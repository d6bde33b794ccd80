import { parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
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
}

export interface AttendanceClocks {
  /** @returns the last day of the attendance data: sheets that have not come in yet show nobody as present. */
  countedUpTo(): Promise<IsoDate>;
  /** Spells of one child from its absences, by the calendar and clocks of the school it was last missed at; latest first. */
  spellsOf(absences: readonly Absence[]): Promise<PupilAbsenceSpell[]>;
}

export function createAttendanceClocks(
  { registers, today }: Pick<LoaderContext, 'registers' | 'today'>,
  policyOf: SchoolPolicies,
): AttendanceClocks {
  async function countedUpTo(): Promise<IsoDate> {
    return attendanceCountedUpTo((await registers()).get('ATTENDANCE')?.asOf, today);
  }
  return {
    countedUpTo,
    async spellsOf(absences) {
      const latest = absences.toSorted((a, b) => b.date.localeCompare(a.date))[0];
      if (!latest) return [];
      const { studentId, schoolCode, classCode } = latest;
      const policy = await policyOf(schoolCode);
      const spells = unexcusedSpells(
        absences.map(({ date, session, state }) => ({ date: parseIsoDate(date), session, state })),
        attendanceClock(policy, calendarOf(policy), await countedUpTo()),
      );
      return spells.map((spell) => ({ ...spell, studentId, schoolCode, classCode: classCode ?? null }));
    },
  };
}
