import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const PlanMeasureEntity = defineEntity({
  name: 'PlanMeasureEntity',
  tableName: 'plan_measure',
  properties: {
    ...studentRecord,
    planNumber: p.text().index(),
    approach: p.text(),
    measure: p.text(),
    owner: p.text(),
    dueOn: p.date(),
    doneOn: p.date().nullable(),
  },
});

export type PlanMeasure = InferEntity<typeof PlanMeasureEntity>;
