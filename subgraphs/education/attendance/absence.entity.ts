import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** A missed session of the attendance sheet (考勤). A session that was attended has no row. */
export const AbsenceEntity = defineEntity({
  name: 'AbsenceEntity',
  tableName: 'absence',
  properties: {
    ...studentRecord,
    date: p.date(),
    session: p.text(),
    state: p.text(),
    reason: p.text(),
    /** Whose sheet it stands on: the school decides by which calendar the day counts. */
    schoolCode: p.text(),
    classCode: p.text().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [
    { properties: ['date', 'id'] },
    { properties: ['schoolCode', 'date', 'id'] },
    { properties: ['classCode', 'date', 'id'] },
    { properties: ['state', 'date', 'studentId'] },
  ],
});

export type Absence = InferEntity<typeof AbsenceEntity>;
