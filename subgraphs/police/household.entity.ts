import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { lookedUp, placeInReach, reachPolicy } from '../_kit/student/reach-policies.js';

/** Household of the register. Its key is a keyed digest: the household number says where people live. */
export const HouseholdEntity = defineEntity({
  name: 'HouseholdEntity',
  tableName: 'household',
  // One in the division of the caller, or with a child within its reach.
  ...reachPolicy(
    placeInReach(
      'household',
      'address_division_code',
      lookedUp('resident child', 'child.household_id = household.household_id'),
    ),
  ),
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
