import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';
import type { ObservedAttendance } from './case-facts.js';
import type { ReturnCheckResult, ReturnMode } from './case-return.enums.js';
import type { FieldPost } from './field-visit.enums.js';

/** What is recorded about one case stays as it was recorded; the latest of its kind is what holds. */
const caseRecord = {
  ...studentRecord,
  caseNumber: p.text().index(),
  /** Subject of who recorded it. */
  recordedBy: p.text(),
};

/** Why the child is out of school, as found on a day (辍学原因). */
export const CaseCauseEntity = defineEntity({
  name: 'CaseCauseEntity',
  tableName: 'case_cause',
  properties: { ...caseRecord, reason: p.text(), foundOn: p.date() },
});

/** Posts that work on the case together since a day (工作专班), never persons. */
export const CaseTaskTeamEntity = defineEntity({
  name: 'CaseTaskTeamEntity',
  tableName: 'case_task_team',
  properties: { ...caseRecord, posts: p.array().$type<FieldPost[]>(), namedOn: p.date() },
});

/** Where a child who came back is placed (复学安置). */
export const ReturnPlacementEntity = defineEntity({
  name: 'ReturnPlacementEntity',
  tableName: 'return_placement',
  properties: {
    ...caseRecord,
    placedOn: p.date(),
    mode: p.text().$type<ReturnMode>(),
    /** Null outside the county. */
    schoolCode: p.text().nullable(),
    classCode: p.text().nullable(),
  },
});
export type ReturnPlacement = InferEntity<typeof ReturnPlacementEntity>;

/** Check of a return that no sheet of the county shows (复学跟踪). */
export const ReturnCheckEntity = defineEntity({
  name: 'ReturnCheckEntity',
  tableName: 'return_check',
  properties: {
    ...caseRecord,
    checkedOn: p.date(),
    checkerPost: p.text().$type<FieldPost>(),
    result: p.text().$type<ReturnCheckResult>(),
  },
});
export type ReturnCheck = InferEntity<typeof ReturnCheckEntity>;

/** What the last comparison saw of the attendance of a child with a case; no comparison that sees nothing takes it away. */
export const ObservedAttendanceEntity = defineEntity({
  name: 'ObservedAttendanceEntity',
  tableName: 'observed_attendance',
  properties: {
    studentId: p.text().primary(),
    knownUpTo: p.date(),
    isOnTheRoll: p.boolean(),
    missed: p.json().$type<ObservedAttendance['missed']>(),
    withoutSheet: p.json().$type<ObservedAttendance['withoutSheet']>().default('[]'),
    marks: p.json().$type<ObservedAttendance['marks']>(),
    setByRun: p.text(),
  },
});
export type StoredObservation = InferEntity<typeof ObservedAttendanceEntity>;
