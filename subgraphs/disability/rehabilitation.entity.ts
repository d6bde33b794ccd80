import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const RehabilitationServiceEntity = defineEntity({
  name: 'RehabilitationServiceEntity',
  tableName: 'rehabilitation_service',
  properties: {
    ...studentRecord,
    kind: p.text(),
    startedOn: p.date(),
    endedOn: p.date().nullable(),
    institution: p.text(),
  },
});

export type RehabilitationService = InferEntity<typeof RehabilitationServiceEntity>;
