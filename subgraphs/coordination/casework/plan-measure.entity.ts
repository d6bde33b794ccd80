import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, lookedUp, reachPolicy } from '../../_kit/student/reach-policies.js';
import { studentRecord } from '../../_kit/student/student-record.js';

export const PlanMeasureEntity = defineEntity({
  name: 'PlanMeasureEntity',
  tableName: 'plan_measure',
  // A measure of a household is everybody's who reaches the plan, to be read and to be reported done.
  ...reachPolicy(
    `${childInReach('plan_measure')} or ${lookedUp('support_plan plan', 'plan.plan_number = plan_measure.plan_number')}`,
  ),
  properties: {
    ...studentRecord,
    planNumber: p.text().index(),
    approach: p.text(),
    measure: p.text(),
    owner: p.text(),
    /** Null where it was recorded as done and nobody had planned it. */
    dueOn: p.date().nullable(),
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
