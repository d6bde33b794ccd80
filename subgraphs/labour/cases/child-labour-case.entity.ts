import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RecordedFacts } from '../../_kit/command/recorded-facts.js';
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
    /** Null until the child is ordered back. */
    orderIssuedOn: p.date().nullable(),
    returnDueOn: p.date().nullable(),
    returnedOn: p.date().nullable(),
    handedTo: p.text().nullable(),
    schoolContactedOn: p.date().nullable(),
    enrolledOn: p.date().nullable(),
    ageEvidence: p.text().nullable(),
    costBearer: p.text().nullable(),
    transferredTo: p.text().nullable(),
    transferredOn: p.date().nullable(),
    version: p.integer().default(1),
    recorded: p.json().$type<RecordedFacts>().defaultRaw(`'{}'`),
  },
});

export type ChildLabourCase = InferEntity<typeof ChildLabourCaseEntity>;
