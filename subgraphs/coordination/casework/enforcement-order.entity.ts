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
    /** Recorded by a person; a return that registers show is derived and never written here. */
    compliedOn: p.date().nullable(),
    /** Division or school whose series gave the number; null on orders from before they were issued here. */
    issuerCode: p.text().nullable(),
    /** Facts on which the person who issued it rests it. */
    basis: p.text().nullable(),
    /** Document and clause that let the body take the step. */
    clause: p.text().nullable(),
    decidedBy: p.text().nullable(),
    serviceMethod: p.text().nullable(),
    /** Relation to the child of who took it, never a name. */
    receivedBy: p.text().nullable(),
    complianceBasis: p.text().nullable(),
    withdrawnOn: p.date().nullable(),
    withdrawalReason: p.text().nullable(),
    version: p.integer().default(1),
  },
  indexes: [{ properties: ['dueOn', 'id'] }, { properties: ['townshipCode', 'dueOn', 'id'] }],
});

export type EnforcementOrder = InferEntity<typeof EnforcementOrderEntity>;
