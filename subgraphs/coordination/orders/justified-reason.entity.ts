import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Finding of a person that the guardians have a justified reason (正当理由): while it holds, no order follows. */
export const JustifiedReasonEntity = defineEntity({
  name: 'JustifiedReasonEntity',
  tableName: 'justified_reason',
  properties: {
    ...studentRecord,
    caseNumber: p.text().index(),
    kind: p.text(),
    basis: p.text(),
    validFrom: p.date(),
    /** The last day of it. */
    validTo: p.date(),
    recordedBy: p.text(),
    recordedOn: p.date(),
  },
});

export type JustifiedReason = InferEntity<typeof JustifiedReasonEntity>;
