import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../student/student-record.js';

/** 逐一核查: somebody saw whether a record of a special group holds. Of every agency that keeps such a register. */
export const RecordVerificationEntity = defineEntity({
  name: 'RecordVerificationEntity',
  tableName: 'record_verification',
  properties: {
    ...studentRecord,
    specialGroup: p.text(),
    verifiedOn: p.date(),
    outcome: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type RecordVerification = InferEntity<typeof RecordVerificationEntity>;
