import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const LegalCustodyEntity = defineEntity({
  name: 'LegalCustodyEntity',
  tableName: 'legal_custody',
  properties: {
    ...studentRecord,
    kind: p.text(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    documentNumber: p.text(),
  },
});

export type LegalCustody = InferEntity<typeof LegalCustodyEntity>;
