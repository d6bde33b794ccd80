import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const PairingEntity = defineEntity({
  name: 'PairingEntity',
  tableName: 'pairing',
  properties: {
    ...studentRecord,
    kind: p.text(),
    from: p.date(),
    until: p.date().nullable(),
    partnerName: p.text(),
  },
});

export type Pairing = InferEntity<typeof PairingEntity>;
