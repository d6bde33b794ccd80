import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { lookedUp, placeInReach, reachPolicy } from '../_kit/student/reach-policies.js';

/** A household by the office's own key, which is not the police household number. */
export const PovertyHouseholdEntity = defineEntity({
  name: 'PovertyHouseholdEntity',
  tableName: 'poverty_household',
  ...reachPolicy(
    placeInReach(
      'poverty_household',
      'division_code',
      lookedUp('poverty_household_member child', 'child.household_code = poverty_household.code'),
    ),
  ),
  properties: {
    code: p.text().primary(),
    householderName: p.text(),
    divisionCode: p.text().index(),
    personCount: p.integer(),
    kind: p.text(),
    cause: p.text(),
    monitoredState: p.text().nullable().index(),
    monitoredSince: p.date().nullable(),
    recognisedOn: p.date(),
    liftedOn: p.date().nullable(),
    officerName: p.text(),
    officerPost: p.text(),
    officerAgencyName: p.text(),
  },
});

export type PovertyHousehold = InferEntity<typeof PovertyHouseholdEntity>;
