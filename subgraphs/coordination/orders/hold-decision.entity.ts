import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** What a person decided about a matter of the household (四不办理) while an order stood open, and who reviewed it. */
export const HoldDecisionEntity = defineEntity({
  name: 'HoldDecisionEntity',
  tableName: 'administrative_hold_decision',
  properties: {
    ...studentRecord,
    caseNumber: p.text().index(),
    orderNumber: p.text(),
    item: p.text(),
    decision: p.text(),
    basis: p.text(),
    decidedBy: p.text(),
    decidedOn: p.date(),
    /** Null until another person has looked at it. */
    isConfirmed: p.boolean().nullable(),
    reviewBasis: p.text().nullable(),
    reviewedBy: p.text().nullable(),
    reviewedOn: p.date().nullable(),
  },
});

export type HoldDecision = InferEntity<typeof HoldDecisionEntity>;
