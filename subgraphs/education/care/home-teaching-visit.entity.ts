import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const HomeTeachingVisitEntity = defineEntity({
  name: 'HomeTeachingVisitEntity',
  tableName: 'home_teaching_visit',
  properties: {
    ...studentRecord,
    visitedOn: p.date(),
    schoolCode: p.text(),
    hours: p.double(),
    content: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['visitedOn', 'id'] }, { properties: ['schoolCode', 'visitedOn', 'id'] }],
});

export type HomeTeachingVisit = InferEntity<typeof HomeTeachingVisitEntity>;
