import { maskPhone } from '../../_kit/identity/mask-phone.js';
import { childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, oneOf, personName, text, yesOrNo } from '../../_kit/import/plain-fields.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { ChildGuardianEntity } from '../child-guardian.entity.js';
import { FILE, FILES } from './references.js';

export const childGuardiansList = defineChildList({
  list: 'child-guardians',
  title: { en: 'Guardians of children with a file', zh: '儿童监护人' },
  register: 'CHILD_FILES',
  isSupplement: true,
  entity: ChildGuardianEntity,
  key: ['childNumber', 'guardianName', 'relation'],
  recordedBy: 'recordedBy',
  references: { childNumber: FILE },
  people: FILES,
  fields: {
    ...childFields,
    childNumber: text,
    guardianName: personal(personName),
    guardianNumber: optional(residentIdNumber),
    relation: oneOf(GuardianRelationEnum),
    isActualGuardian: yesOrNo,
    isLegalGuardian: yesOrNo,
    phone: optional(personal(text)),
    entrustedOn: optional(date),
    commitmentSignedOn: optional(date),
  },
  childOf: namedChild,
  rowOf: ({ childNumber, guardianName, guardianNumber, phone, ...values }, { idOfNumber, seal }) => ({
    ...values,
    fileKey: childNumber,
    name: guardianName,
    guardianId: idOfNumber(guardianNumber),
    phoneSealed: phone && seal(phone, 'child_guardian.phone_sealed'),
    maskedPhone: phone && maskPhone(phone),
    recordedBy: null,
  }),
});
