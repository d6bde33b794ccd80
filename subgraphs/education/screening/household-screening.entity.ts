import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { parentInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

/** A household as a campaign visited it. */
export const HouseholdScreeningEntity = defineEntity({
  name: 'HouseholdScreeningEntity',
  tableName: 'household_screening',
  ...reachPolicy(
    parentInReach('screening_assignment assignment', 'assignment.code = household_screening.assignment_code'),
  ),
  properties: {
    id: p.bigint().primary().autoincrement(),
    /** Digest of assignment and household number. */
    sourceKey: p.text().unique(),
    assignmentCode: p.text(),
    /** Digest of the household number, which says where people live; the same in every campaign. */
    householdId: p.text(),
    householderName: p.text(),
    visitedOn: p.date(),
    visitorPost: p.text(),
    visitorName: p.text().nullable(),
    result: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['assignmentCode', 'id'] }],
});

export type HouseholdScreening = InferEntity<typeof HouseholdScreeningEntity>;
