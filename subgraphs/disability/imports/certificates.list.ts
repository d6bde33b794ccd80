import { valueOfCode } from '../../_kit/schema/label.js';
import { childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { certificateNumber, divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, someOf } from '../../_kit/import/plain-fields.js';
import { DisabilityCertificateEntity } from '../certificate.entity.js';
import { CertificateStateEnum, DisabilityCategoryEnum, DisabilityGradeEnum } from '../disability.enums.js';
import { REGISTERED_CHILDREN } from './references.js';

/** Category and grade are in the certificate's number, of which nothing else is kept but a digest. */
export const certificatesList = defineChildList({
  list: 'certificates',
  title: { en: 'Disability certificates', zh: '残疾人证' },
  register: 'CERTIFICATES',
  entity: DisabilityCertificateEntity,
  key: ['certificateNumber'],
  people: REGISTERED_CHILDREN,
  fields: {
    ...childFields,
    certificateNumber,
    components: optional(someOf(DisabilityCategoryEnum)),
    issuedOn: date,
    expiresOn: date,
    state: optional(oneOf(CertificateStateEnum)),
    residenceDivisionCode: divisionCode,
  },
  childOf: ({ certificateNumber: certificate, residentIdNumber, ...values }) =>
    namedChild({ ...values, residentIdNumber: residentIdNumber ?? certificate.residentIdNumber }),
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  warningsOf: ({ residentIdNumber, certificateNumber: certificate }) =>
    residentIdNumber === null || residentIdNumber === certificate.residentIdNumber
      ? []
      : ['CERTIFICATE_OF_OTHER_NUMBER'],
  rowOf({ certificateNumber: certificate, components, ...values }, { childKey, idOfNumber }) {
    const category = valueOfCode(DisabilityCategoryEnum, certificate.categoryCode);
    return {
      ...values,
      sourceKey: childKey,
      numberId: idOfNumber(certificate.residentIdNumber),
      category,
      components: category === 'MULTIPLE' && components ? components : [category],
      grade: valueOfCode(DisabilityGradeEnum, certificate.gradeCode),
      reissueSuffix: certificate.reissueSuffix,
    };
  },
});
