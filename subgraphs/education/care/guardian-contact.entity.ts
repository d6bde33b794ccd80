import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** The class teacher asked the guardian why the child is absent without excuse (青政办发〔2018〕49号 三（一）). */
export const GuardianContactEntity = defineEntity({
  name: 'GuardianContactEntity',
  tableName: 'guardian_contact',
  properties: {
    ...studentRecord,
    /** Day of the absence that gave the reason. */
    absentOn: p.date(),
    contactedOn: p.date(),
    teacherName: p.text(),
    channel: p.text(),
    outcome: p.text(),
  },
});

export type GuardianContact = InferEntity<typeof GuardianContactEntity>;
