import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** 送医上门, made by health workers and kept here since health has no register of its own in the hub. */
export const HomeMedicalVisitEntity = defineEntity({
  name: 'HomeMedicalVisitEntity',
  tableName: 'home_medical_visit',
  properties: {
    ...studentRecord,
    sourceKey: p.text(),
    visitedOn: p.date(),
    institution: p.text(),
    residenceDivisionCode: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['visitedOn', 'id'] }, { properties: ['residenceDivisionCode'] }],
});

export type HomeMedicalVisit = InferEntity<typeof HomeMedicalVisitEntity>;
