import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { residentIdNumber } from '../../_kit/import/number-fields.js';
import { oneOf, personName, text, yesOrNo } from '../../_kit/import/plain-fields.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { SchoolGuardianEntity } from '../care/school-guardian.entity.js';
import { PUPILS } from './references.js';

export const schoolGuardiansList = defineChildList({
  list: 'school-guardians',
  title: { en: 'Guardians known to schools', zh: '学生家长(监护人)' },
  register: 'STUDENT_STATUS',
  isSupplement: true,
  entity: SchoolGuardianEntity,
  key: [...CHILD_KEY, 'guardianName', 'relation'],
  people: PUPILS,
  fields: {
    ...childFields,
    guardianName: personal(personName),
    relation: oneOf(GuardianRelationEnum),
    guardianNumber: optional(residentIdNumber),
    isActualGuardian: yesOrNo,
    isLegalGuardian: yesOrNo,
    phone: optional(personal(text)),
  },
  childOf: namedChild,
  rowOf: ({ guardianName, relation, guardianNumber, isActualGuardian, isLegalGuardian, phone }, tools) => ({
    name: guardianName,
    guardianId: tools.idOfNumber(guardianNumber),
    relation,
    isActualGuardian,
    isLegalGuardian,
    phoneSealed: phone && tools.seal(phone, 'school_guardian.phone_sealed'),
  }),
});
