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
    /** Null where the class has no teacher on its list. */
    teacherName: p.text().nullable(),
    channel: p.text(),
    outcome: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
    /** Day on which it was entered, by which lateness is judged; null for what was imported. */
    recordedOn: p.date().nullable(),
  },
});

export type GuardianContact = InferEntity<typeof GuardianContactEntity>;
