import { personal } from '../../_kit/import/field-kind.js';
import type { RecordReference } from '../../_kit/import/import-definition.js';
import { text } from '../../_kit/import/plain-fields.js';
import { HouseholdEntity } from '../household.entity.js';

/** 户号: it says where people live, so that tables know a household by a digest of it. */
export const householdNumber = personal(text);

export const HOUSEHOLD_KEY_KIND = 'HOUSEHOLD';

export const HOUSEHOLD: RecordReference = {
  entity: HouseholdEntity,
  namedBy: ['householdId'],
  storedAs: (number, { opaqueKey }) => opaqueKey(HOUSEHOLD_KEY_KIND, number),
};
