import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** That the attendance sheet of a class and day is in (考勤表): without it, nobody missing says nothing of who was there. */
export const AttendanceSheetEntity = defineEntity({
  name: 'AttendanceSheetEntity',
  tableName: 'attendance_sheet',
  properties: {
    classCode: p.text().primary(),
    date: p.date().primary(),
    schoolCode: p.text(),
    /** 1, and one more with each correction. */
    version: p.integer(),
    /** Day on which it first came in, by which lateness is judged; a correction leaves it. Null for what was kept before it was noted. */
    enteredOn: p.date().nullable(),
    /** Pupils on the roll of the class when it was recorded last. */
    onRoll: p.integer(),
    recordedBy: p.text(),
    recordedAt: p.datetime(),
  },
  indexes: [{ properties: ['schoolCode', 'date'] }],
});

export type AttendanceSheet = InferEntity<typeof AttendanceSheetEntity>;
