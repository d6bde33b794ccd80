import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const HomeVisitEntity = defineEntity({
  name: 'HomeVisitEntity',
  tableName: 'home_visit',
  properties: {
    ...studentRecord,
    visitedOn: p.date(),
    visitorPost: p.text(),
    occasion: p.text(),
    guardianMet: p.boolean(),
    visitorName: p.text().nullable(),
    findings: p.array().nullable(),
  },
});

export type HomeVisit = InferEntity<typeof HomeVisitEntity>;
