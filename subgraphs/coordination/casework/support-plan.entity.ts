import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Plan for one child or one household (一生一案/一家一案). */
export const SupportPlanEntity = defineEntity({
  name: 'SupportPlanEntity',
  tableName: 'support_plan',
  properties: {
    ...studentRecord,
    planNumber: p.text().unique(),
    caseNumber: p.text().nullable(),
    scope: p.text(),
    drawnUpOn: p.date(),
    reviewOn: p.date(),
  },
});

export type SupportPlan = InferEntity<typeof SupportPlanEntity>;
