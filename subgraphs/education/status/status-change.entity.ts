import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Step in a student status (学籍异动): admission, transfer, suspension, return, leaving. */
export const StatusChangeEntity = defineEntity({
  name: 'StatusChangeEntity',
  tableName: 'status_change',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    kind: p.text(),
    changedOn: p.date(),
    fromSchoolCode: p.text().nullable(),
    toSchoolCode: p.text().nullable(),
    completedOn: p.date().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type StatusChange = InferEntity<typeof StatusChangeEntity>;
