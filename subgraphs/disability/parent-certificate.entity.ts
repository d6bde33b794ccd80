import { defineEntity, p } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const ParentCertificateEntity = defineEntity({
  name: 'ParentCertificateEntity',
  tableName: 'parent_certificate',
  properties: {
    ...studentRecord,
    parent: p.text(),
    /** Digest of the parent's number: the id under which other agencies know the guardian. */
    guardianId: p.text().nullable(),
    category: p.text(),
    grade: p.text(),
    reissueSuffix: p.text(),
  },
});
