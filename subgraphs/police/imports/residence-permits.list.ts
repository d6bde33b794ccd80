import { maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ResidencePermitGroundEnum } from '../movement.enums.js';
import { ResidencePermitEntity } from '../residence-permit.entity.js';
import { RESIDENTS } from './references.js';

export const residencePermitsList = defineChildList({
  list: 'residence-permits',
  title: { en: 'Residence permits', zh: '居住证' },
  register: 'RESIDENCE_PERMITS',
  entity: ResidencePermitEntity,
  key: ['permitNumber', 'issuedOn'],
  people: RESIDENTS,
  fields: {
    ...childFields,
    permitNumber: personal(text),
    ground: oneOf(ResidencePermitGroundEnum),
    issuedOn: date,
    expiresOn: date,
    addressDivisionCode: divisionCode,
  },
  childOf: namedChild,
  scopesOf: ({ addressDivisionCode, expiresOn }, asOf) => residence(addressDivisionCode, expiresOn >= asOf),
  rowOf: (values, { seal }) => ({
    ...values,
    holderName: values.name,
    permitNumberSealed: seal(values.permitNumber, 'residence_permit.permit_number_sealed'),
    maskedPermitNumber: maskResidentIdNumber(values.permitNumber),
  }),
});
