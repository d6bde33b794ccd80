import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** The school has called in its responsible inspector at the first sign of dropping out (会同责任督学劝返). */
export const InspectorCallEntity = defineEntity({
  name: 'InspectorCallEntity',
  tableName: 'inspector_call',
  properties: {
    ...studentRecord,
    schoolCode: p.text(),
    calledOn: p.date(),
    /** Subject of who called; null for what was imported. */
    recordedBy: p.text().nullable(),
    /** Day on which it was entered, by which lateness is judged; null for what was imported. */
    recordedOn: p.date().nullable(),
  },
});

export type InspectorCall = InferEntity<typeof InspectorCallEntity>;
