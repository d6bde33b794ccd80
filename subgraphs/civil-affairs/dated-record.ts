import { p } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** Columns of a record about a child that holds for a time: `endedOn` is its last day, null while it holds. */
export const datedRecord = {
  ...studentRecord,
  startedOn: p.date(),
  endedOn: p.date().nullable(),
  /** Village under which civil affairs files the child. */
  divisionCode: p.text(),
};
