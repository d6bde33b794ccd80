import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { parentInReach, reachPolicy } from '../_kit/student/reach-policies.js';

/** A person of a household's page, child or adult. */
export const HouseholdMemberEntity = defineEntity({
  name: 'HouseholdMemberEntity',
  tableName: 'household_member',
  // A page is shown whole: its adults, and brothers and sisters by their names.
  ...reachPolicy(parentInReach('household', 'household.household_id = household_member.household_id')),
  properties: {
    id: p.bigint().primary().autoincrement(),
    householdId: p.text(),
    /** Order on the page, the householder first. */
    position: p.integer(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    relationToHouseholder: p.text(),
    /** Id of a child; null for adults, who are nobody's "student". */
    studentId: p.text().nullable().index(),
    /** Digest of an adult's number, by which guardians are recognised across registers. */
    personId: p.text().nullable(),
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
  },
  indexes: [{ properties: ['householdId', 'position'] }],
});

export type HouseholdMember = InferEntity<typeof HouseholdMemberEntity>;
