import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/**
 * A child's certificate without its number: that is the resident ID number, category and grade, then a suffix on
 * reissue, so it falls into these columns and the number is dropped.
 */
export const DisabilityCertificateEntity = defineEntity({
  name: 'DisabilityCertificateEntity',
  tableName: 'disability_certificate',
  properties: {
    ...studentRecord,
    sourceKey: p.text(),
    /** Id made from the number inside the certificate's. After a change of number it differs from the child's. */
    numberId: p.text().nullable(),
    category: p.text(),
    /** Of MULTIPLE the single categories, otherwise the category alone. */
    components: p.array(),
    grade: p.text(),
    /** '' on first issue, then B1, B2 … */
    reissueSuffix: p.text(),
    issuedOn: p.date(),
    expiresOn: p.date(),
    state: p.text().nullable(),
    residenceDivisionCode: p.text(),
  },
  indexes: [{ properties: ['grade', 'id'] }, { properties: ['residenceDivisionCode'] }],
});

export type DisabilityCertificate = InferEntity<typeof DisabilityCertificateEntity>;
