import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** A mark that the student-status clerk has set in the national system (标注疑似辍学、辍学、复学). */
export const StatusMarkEntity = defineEntity({
  name: 'StatusMarkEntity',
  tableName: 'status_mark',
  properties: {
    ...studentRecord,
    schoolCode: p.text(),
    mark: p.text(),
    markedOn: p.date(),
    /** Subject of the clerk's token; null for what was imported. */
    markedBy: p.text().nullable(),
    /** Day on which it was entered, by which lateness is judged; null for what was imported. */
    recordedOn: p.date().nullable(),
  },
  indexes: [{ properties: ['schoolCode', 'markedOn', 'id'] }],
});

export type StatusMark = InferEntity<typeof StatusMarkEntity>;
