import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Question or task about a child that one body hands to another (转办): days and codes, no text. */
export const ReferralEntity = defineEntity({
  name: 'ReferralEntity',
  tableName: 'referral',
  properties: {
    ...studentRecord,
    referralNumber: p.text().unique(),
    caseNumber: p.text().nullable(),
    fromBody: p.text(),
    /** Township of 9 digits, village of 12 or code of the school; null for a body of the county, of which there is one. */
    fromCode: p.text().nullable(),
    toBody: p.text(),
    toCode: p.text().nullable(),
    reason: p.text(),
    sentOn: p.date(),
    dueOn: p.date(),
    acceptedOn: p.date().nullable(),
    refusedOn: p.date().nullable(),
    refusalReason: p.text().nullable(),
    answeredOn: p.date().nullable(),
    /** Null on what was answered before the hub asked for it. */
    outcome: p.text().nullable(),
    withdrawnOn: p.date().nullable(),
    version: p.integer().default(1),
    /** Subjects of those who recorded it; null on what was not entered here. */
    sentBy: p.text().nullable(),
    acceptedBy: p.text().nullable(),
    endedBy: p.text().nullable(),
  },
  indexes: [
    { properties: ['dueOn', 'id'] },
    { properties: ['toBody', 'dueOn', 'id'] },
    { properties: ['fromBody', 'dueOn', 'id'] },
  ],
});

export type Referral = InferEntity<typeof ReferralEntity>;
