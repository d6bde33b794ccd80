import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Notice or order to the guardians (限期入学、复学通知书 and the steps beyond it). */
export const EnforcementOrderEntity = defineEntity({
  name: 'EnforcementOrderEntity',
  tableName: 'enforcement_order',
  properties: {
    ...studentRecord,
    orderNumber: p.text().unique(),
    caseNumber: p.text().index(),
    step: p.text(),
    kind: p.text(),
    issuedBy: p.text(),
    townshipCode: p.text(),
    issuedOn: p.date(),
    dueOn: p.date(),
    servedOn: p.date().nullable(),
    compliedOn: p.date().nullable(),
  },
  indexes: [{ properties: ['dueOn', 'id'] }, { properties: ['townshipCode', 'dueOn', 'id'] }],
});

export type EnforcementOrder = InferEntity<typeof EnforcementOrderEntity>;
