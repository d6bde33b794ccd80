import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Question or task that coordination handed to another body about a child (转办). */
export const ReferralEntity = defineEntity({
  name: 'ReferralEntity',
  tableName: 'referral',
  properties: {
    ...studentRecord,
    referralNumber: p.text().unique(),
    caseNumber: p.text().nullable(),
    fromBody: p.text(),
    toBody: p.text(),
    reason: p.text(),
    sentOn: p.date(),
    dueOn: p.date(),
    answeredOn: p.date().nullable(),
    state: p.text(),
  },
  indexes: [{ properties: ['dueOn', 'id'] }, { properties: ['toBody', 'dueOn', 'id'] }],
});

export type Referral = InferEntity<typeof ReferralEntity>;
