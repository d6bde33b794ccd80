import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Household of the register. Its key is a keyed digest: the household number says where people live. */
export const HouseholdEntity = defineEntity({
  name: 'HouseholdEntity',
  tableName: 'household',
  properties: {
    householdId: p.text().primary(),
    householdNumberSealed: p.text(),
    maskedHouseholdNumber: p.text(),
    kind: p.text(),
    householderName: p.text(),
    addressDivisionCode: p.text().index(),
    address: p.text(),
    establishedOn: p.date(),
  },
});

export type Household = InferEntity<typeof HouseholdEntity>;
