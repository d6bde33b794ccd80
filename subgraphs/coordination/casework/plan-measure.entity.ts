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
    /** Post in the owner's office that does it; null where none was named. */
    ownerPost: p.text().nullable(),
    reviewOn: p.date().nullable(),
    /** Paper that shows that it was done; null while it was not, and for what was imported. */
    evidenceKind: p.text().nullable(),
    evidenceNumber: p.text().nullable(),
    version: p.integer().default(1),
    plannedBy: p.text().nullable(),
    doneBy: p.text().nullable(),
  },
});

export type PlanMeasure = InferEntity<typeof PlanMeasureEntity>;
