import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** What the roll-call of March or September (进班点名) found of one child; a class's call is the sum of its findings. */
export const RollCallFindingEntity = defineEntity({
  name: 'RollCallFindingEntity',
  tableName: 'roll_call_finding',
  properties: {
    ...studentRecord,
    calledOn: p.date(),
    schoolCode: p.text(),
    classCode: p.text(),
    finding: p.text(),
    /** Who called the roll. */
    callerName: p.text().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [
    { properties: ['schoolCode', 'calledOn', 'classCode'] },
    { properties: ['classCode', 'calledOn'] },
    { properties: ['finding', 'calledOn', 'id'] },
  ],
});

export type RollCallFinding = InferEntity<typeof RollCallFindingEntity>;
