import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';
import { recordedChild } from '../recorded-child.js';

export const ChildLabourCaseEntity = defineEntity({
  name: 'ChildLabourCaseEntity',
  tableName: 'child_labour_case',
  properties: {
    ...studentRecord,
    ...recordedChild,
    caseNumber: p.text().unique(),
    employerCode: p.text().index(),
    inspectionCode: p.text().nullable(),
    foundOn: p.date(),
    startedWorkOn: p.date(),
    orderIssuedOn: p.date(),
    returnDueOn: p.date(),
    returnedOn: p.date().nullable(),
    handedTo: p.text().nullable(),
    schoolContactedOn: p.date().nullable(),
    enrolledOn: p.date().nullable(),
    ageEvidence: p.text().nullable(),
    costBearer: p.text().nullable(),
    transferredTo: p.text().nullable(),
  },
  indexes: [{ properties: ['returnDueOn', 'id'] }],
});

export type ChildLabourCase = InferEntity<typeof ChildLabourCaseEntity>;
