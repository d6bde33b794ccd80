import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, parentInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

const IN_ASSIGNMENT = parentInReach(
  'screening_assignment assignment',
  'assignment.code = household_member_screening.assignment_code',
);

/** A member of a visited household, child or adult, and the schooling that the visit checked. */
export const ScreenedMemberEntity = defineEntity({
  name: 'ScreenedMemberEntity',
  tableName: 'household_member_screening',
  // A household is shown whole to those who visit it, a child to all who reach the child; written by the former alone.
  ...reachPolicy(`${IN_ASSIGNMENT} or ${childInReach('household_member_screening')}`, IN_ASSIGNMENT),
  properties: {
    id: p.bigint().primary().autoincrement(),
    /** Id of a child; null for adults, who are nobody's "student". */
    studentId: p.text().nullable().index(),
    /** Digest of assignment, household number and position. */
    sourceKey: p.text().unique(),
    assignmentCode: p.text(),
    householdId: p.text(),
    /** Order in the household, the householder first. */
    position: p.integer(),
    relation: p.text(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    /** Of children alone. Sealed: numbers open to nobody who reads the table. */
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    residenceDivisionCode: p.text(),
    /** What nobody has checked is null. */
    educationLevel: p.text().nullable(),
    schooling: p.text().nullable(),
    /** Of this county. */
    schoolCode: p.text().nullable(),
    /** School or place elsewhere, as the household says. */
    studyPlace: p.text().nullable(),
    grade: p.integer().nullable(),
    checkedBy: p.text().nullable(),
    checkedOn: p.date().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['assignmentCode', 'householdId', 'position'] }],
});

export type ScreenedMember = InferEntity<typeof ScreenedMemberEntity>;
