import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** A child as the office wrote it down, and the household it belongs to. */
export const PovertyHouseholdMemberEntity = defineEntity({
  name: 'PovertyHouseholdMemberEntity',
  tableName: 'poverty_household_member',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    /** Null for a child known through a measure or a relocation alone. */
    householdCode: p.text().nullable().index(),
    childName: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residenceDivisionCode: p.text(),
  },
});

export type PovertyHouseholdMember = InferEntity<typeof PovertyHouseholdMemberEntity>;
