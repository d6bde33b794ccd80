import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/**
 * A further child of the household that a plan (一家一案) is for, beside the one for whom it was drawn up. Nothing names
 * the household: a person says who belongs to it, by what the registers and a visit tell. It is seen by who reaches this
 * child.
 */
export const PlanChildEntity = defineEntity({
  name: 'PlanChildEntity',
  tableName: 'support_plan_child',
  properties: {
    ...studentRecord,
    planNumber: p.text().index(),
    /** Open case of the child when it joined: with the case, its place on the plan is done with. */
    caseNumber: p.text().nullable().index(),
    basis: p.text(),
    joinedOn: p.date(),
    joinedBy: p.text(),
    /** Null while it belongs to the household. */
    leftOn: p.date().nullable(),
    leftBy: p.text().nullable(),
  },
});

export type PlanChild = InferEntity<typeof PlanChildEntity>;
