import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const ReliefPaymentEntity = defineEntity({
  name: 'ReliefPaymentEntity',
  tableName: 'relief_payment',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    kind: p.text(),
    /** YYYY-MM for which it is paid. */
    month: p.text(),
    amountYuan: p.double(),
    paidOn: p.date(),
    divisionCode: p.text(),
  },
  indexes: [{ properties: ['paidOn', 'id'] }, { properties: ['studentId', 'paidOn', 'id'] }],
});

export type ReliefPayment = InferEntity<typeof ReliefPaymentEntity>;
