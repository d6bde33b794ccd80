import { maskPhone } from '../../_kit/identity/mask-phone.js';
import { maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { residentIdNumber } from '../../_kit/import/number-fields.js';
import { oneOf, personName, text, yesOrNo } from '../../_kit/import/plain-fields.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { GuardianEntity } from '../guardian.entity.js';
import { RESIDENTS } from './references.js';

export const guardiansList = defineChildList({
  list: 'guardians',
  title: { en: 'Guardians', zh: '监护人' },
  register: 'RESIDENTS',
  isSupplement: true,
  entity: GuardianEntity,
  key: [...CHILD_KEY, 'guardianName', 'relation'],
  people: RESIDENTS,
  fields: {
    ...childFields,
    guardianName: personal(personName),
    guardianNumber: optional(residentIdNumber),
    relation: oneOf(GuardianRelationEnum),
    isLegalGuardian: yesOrNo,
    isActualGuardian: yesOrNo,
    phone: optional(personal(text)),
  },
  childOf: namedChild,
  rowOf: ({ guardianName, guardianNumber: number, phone, ...values }, { idOfNumber, seal }) => ({
    ...values,
    name: guardianName,
    guardianId: idOfNumber(number),
    residentIdNumberSealed: number && seal(number, 'guardian.resident_id_number_sealed'),
    maskedResidentIdNumber: number && maskResidentIdNumber(number),
    phoneSealed: phone && seal(phone, 'guardian.phone_sealed'),
    maskedPhone: phone && maskPhone(phone),
  }),
});
