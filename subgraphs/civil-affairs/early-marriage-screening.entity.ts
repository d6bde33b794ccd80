import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const EarlyMarriageScreeningEntity = defineEntity({
  name: 'EarlyMarriageScreeningEntity',
  tableName: 'early_marriage_screening',
  properties: {
    ...studentRecord,
    screenedOn: p.date(),
    body: p.text(),
    result: p.text(),
    followUp: p.text().nullable(),
  },
});

export type EarlyMarriageScreening = InferEntity<typeof EarlyMarriageScreeningEntity>;
