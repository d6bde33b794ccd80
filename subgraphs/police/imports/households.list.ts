import { maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { personal } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, personName, text } from '../../_kit/import/plain-fields.js';
import { HouseholdEntity } from '../household.entity.js';
import { HouseholdKindEnum } from '../resident.enums.js';
import { HOUSEHOLD_KEY_KIND, householdNumber } from './household-number.field.js';

export const householdsList = defineList({
  list: 'households',
  title: { en: 'Households', zh: '户' },
  register: 'HOUSEHOLDS',
  isSupplement: true,
  entity: HouseholdEntity,
  key: ['householdNumber'],
  keyKind: HOUSEHOLD_KEY_KIND,
  keptBy: ['householdId'],
  fields: {
    householdNumber,
    kind: oneOf(HouseholdKindEnum),
    householderName: personal(personName),
    addressDivisionCode: divisionCode,
    address: personal(text),
    establishedOn: date,
  },
  rowOf: (values, { rowKey, seal }) => ({
    ...values,
    householdId: rowKey,
    householdNumberSealed: seal(values.householdNumber, 'household.household_number_sealed'),
    maskedHouseholdNumber: maskResidentIdNumber(values.householdNumber),
  }),
});
