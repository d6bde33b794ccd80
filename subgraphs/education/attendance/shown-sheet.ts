import type { AttendanceSheet } from './attendance-sheet.entity.js';
import type { AttendanceSheetType } from './attendance-sheet.type.js';

/** A sheet that has not come in is an answer too: its class and day. */
export function shownSheet({
  classCode,
  date,
  ...recorded
}: Pick<AttendanceSheet, 'classCode' | 'date'> & Partial<AttendanceSheet>): AttendanceSheetType {
  const { version = null, onRoll = null, recordedBy = null, recordedAt = null } = recorded;
  return { classCode, date, isIn: version !== null, version, onRoll, recordedBy, recordedAt };
}
