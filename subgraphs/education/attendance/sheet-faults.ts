import { academicYearOf, type SchoolCalendar } from '../../../policies/school-calendar.js';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { MissedSessionInput, RecordAttendanceErrorCode } from './attendance-sheet.type.js';

interface Fault {
  readonly code: RecordAttendanceErrorCode;
  readonly field: string;
}

/** Sessions that cover each other. */
const OVERLAPS: Readonly<Record<MissedSessionInput['session'], readonly string[]>> = {
  WHOLE_DAY: ['WHOLE_DAY', 'MORNING', 'AFTERNOON'],
  MORNING: ['WHOLE_DAY', 'MORNING'],
  AFTERNOON: ['WHOLE_DAY', 'AFTERNOON'],
};

/**
 * Everything that speaks against a sheet, apart from its version. A day of which the calendar can't tell whether
 * lessons are held is taken: that the school keeps a sheet shows it.
 *
 * @param absences with the ids under which the children stand on the roll, null for one that does not
 */
export function faultsOfSheet(
  date: IsoDate,
  absences: readonly (Pick<MissedSessionInput, 'session'> & { readonly rollId: string | null })[],
  { today, calendar }: { readonly today: IsoDate; readonly calendar: Pick<SchoolCalendar, 'isSchoolDay'> },
): Fault[] {
  const faults: Fault[] = [];
  if (date > today) faults.push({ code: 'DATE_IN_FUTURE', field: 'date' });
  else if (academicYearOf(date) < academicYearOf(today)) faults.push({ code: 'YEAR_CLOSED', field: 'date' });
  else {
    const lessons = calendar.isSchoolDay(date);
    if (lessons.known && !lessons.value) faults.push({ code: 'NOT_A_SCHOOL_DAY', field: 'date' });
  }
  if (absences.some(({ rollId }) => rollId === null))
    faults.push({ code: 'PUPIL_NOT_ON_ROLL', field: 'absences' });
  const isTwice = absences.some(({ rollId, session }, index) =>
    absences
      .slice(0, index)
      .some(
        (other) => other.rollId === rollId && rollId !== null && OVERLAPS[session].includes(other.session),
      ),
  );
  if (isTwice) faults.push({ code: 'SESSION_TWICE', field: 'absences' });
  return faults;
}
