import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** A person of a household's page, child or adult. */
export const HouseholdMemberEntity = defineEntity({
  name: 'HouseholdMemberEntity',
  tableName: 'household_member',
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
  },
  indexes: [{ properties: ['householdId', 'position'] }],
});

export type HouseholdMember = InferEntity<typeof HouseholdMemberEntity>;
