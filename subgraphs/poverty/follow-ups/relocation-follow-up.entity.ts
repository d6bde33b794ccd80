import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** 搬迁户子女入学跟踪: where somebody of the office saw a relocated child go to school. */
export const RelocationFollowUpEntity = defineEntity({
  name: 'RelocationFollowUpEntity',
  tableName: 'relocation_follow_up',
  properties: {
    ...studentRecord,
    followedOn: p.date(),
    schoolPlace: p.text(),
    /** 学校标识码; null where the child goes to no school. */
    schoolCode: p.text().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type RelocationFollowUp = InferEntity<typeof RelocationFollowUpEntity>;
