import { attendanceCountedUpTo } from './absence-spells.js';
import { addDays, type IsoDate } from './iso-date.js';

/** Of which days the attendance of a class is known. */
export interface AttendanceData {
  /** Up to here by what was imported of all classes. */
  readonly imported: IsoDate;
  /** Days after it of which the class's own sheet (考勤表) is in. */
  readonly sheets: ReadonlySet<IsoDate>;
  /** Last day of either. */
  readonly upTo: IsoDate;
}

/**
 * @param asOf date of the attendance register; undefined when nothing was imported: the sheets are all there is then,
 * and the data begin with the first of them.
 * @param days of which a sheet of the class is in
 */
export function attendanceData(
  asOf: Date | undefined,
  today: string,
  days: readonly IsoDate[],
): AttendanceData {
  const [first] = days.toSorted();
  const imported = !asOf && first ? addDays(first, -1) : attendanceCountedUpTo(asOf, today);
  const sheets = new Set(days.filter((day) => day > imported));
  return { imported, sheets, upTo: [...sheets].reduce((last, day) => (day > last ? day : last), imported) };
}

/** Whether nobody can say who was there: its sheet has not come in, though a later one has. */
export function isSheetMissing({ imported, sheets, upTo }: AttendanceData, day: IsoDate): boolean {
  return day > imported && day <= upTo && !sheets.has(day);
}
