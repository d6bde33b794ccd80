import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, lookedUp, reachPolicy } from '../../_kit/student/reach-policies.js';
import { studentRecord } from '../../_kit/student/student-record.js';

const OWN = childInReach('support_plan');
/** A joined child is looked up by its own policy, so that reach to any child of the household opens the plan. */
const JOINED = lookedUp(
  'support_plan_child joined',
  'joined.plan_number = support_plan.plan_number and joined.left_on is null',
);

/** Plan for one child or one household (一生一案/一家一案); the household's further children stand in `support_plan_child`. */
export const SupportPlanEntity = defineEntity({
  name: 'SupportPlanEntity',
  tableName: 'support_plan',
  ...reachPolicy(`${OWN} or ${JOINED}`, OWN),
  properties: {
    ...studentRecord,
    planNumber: p.text().unique(),
    caseNumber: p.text().nullable(),
    scope: p.text(),
    drawnUpOn: p.date(),
    reviewOn: p.date(),
    /** Children whom it is for; written by one function, since nobody sees those out of reach. */
    childCount: p.integer().default(1),
  },
});

export type SupportPlan = InferEntity<typeof SupportPlanEntity>;
