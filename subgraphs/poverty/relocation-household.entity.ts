import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** The move of a household, entered for each of its children. */
export const RelocationHouseholdEntity = defineEntity({
  name: 'RelocationHouseholdEntity',
  tableName: 'relocation_household',
  properties: {
    ...studentRecord,
    householdCode: p.text(),
    fromDivisionCode: p.text(),
    siteCode: p.text(),
    movedOn: p.date(),
  },
  indexes: [{ properties: ['siteCode', 'movedOn', 'id'] }],
});

export type RelocationHousehold = InferEntity<typeof RelocationHouseholdEntity>;
