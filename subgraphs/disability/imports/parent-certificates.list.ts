import { valueOfCode } from '../../_kit/schema/label.js';
import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { certificateNumber } from '../../_kit/import/number-fields.js';
import { oneOf } from '../../_kit/import/plain-fields.js';
import { DisabilityCategoryEnum, DisabilityGradeEnum, ParentEnum } from '../disability.enums.js';
import { ParentCertificateEntity } from '../parent-certificate.entity.js';
import { REGISTERED_CHILDREN } from './references.js';

export const parentCertificatesList = defineChildList({
  list: 'parent-certificates',
  title: { en: 'Certificates of parents', zh: '父母残疾人证' },
  register: 'CERTIFICATES',
  isSupplement: true,
  entity: ParentCertificateEntity,
  key: [...CHILD_KEY, 'parent'],
  people: REGISTERED_CHILDREN,
  fields: { ...childFields, parent: oneOf(ParentEnum, { 父: 'FATHER', 母: 'MOTHER' }), certificateNumber },
  childOf: namedChild,
  rowOf: ({ certificateNumber: certificate, ...values }, { idOfNumber }) => ({
    ...values,
    guardianId: idOfNumber(certificate.residentIdNumber),
    category: valueOfCode(DisabilityCategoryEnum, certificate.categoryCode),
    grade: valueOfCode(DisabilityGradeEnum, certificate.gradeCode),
    reissueSuffix: certificate.reissueSuffix,
  }),
});
