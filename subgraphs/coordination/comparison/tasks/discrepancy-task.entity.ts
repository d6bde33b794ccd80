import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../../_kit/student/student-record.js';

export const TASK_BODIES = ['TOWNSHIP', 'SCHOOL', 'COORDINATION'] as const;
export type TaskBody = (typeof TASK_BODIES)[number];

export const TASK_STEPS = ['VERIFY', 'SECOND_CHECK'] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

/** DONE: somebody went. SETTLED, GONE: nobody had to any more. MOVED: another township or school has it. */
export const TASK_ENDS = ['DONE', 'SETTLED', 'GONE', 'MOVED'] as const;
export type TaskEnd = (typeof TASK_ENDS)[number];

/** Work on a difference (核查任务): handed to the township of residence and to the school, with a day to be done by. */
export const DiscrepancyTaskEntity = defineEntity({
  name: 'DiscrepancyTaskEntity',
  tableName: 'discrepancy_task',
  properties: {
    ...studentRecord,
    /** What is to be found out: see `MATTER`. */
    matter: p.text(),
    body: p.text().$type<TaskBody>(),
    step: p.text().$type<TaskStep>(),
    /** Nine digits of a township, or six of the county. */
    divisionCode: p.text(),
    /** Of a school's task. */
    schoolCode: p.text().nullable(),
    openedOn: p.date(),
    dueOn: p.date(),
    /** Null while it is open. */
    endedOn: p.date().nullable(),
    endReason: p.text().$type<TaskEnd>().nullable(),
    endedBy: p.text().nullable(),
    /** The visit on record. */
    visitId: p.bigint().nullable(),
  },
  indexes: [
    { properties: ['matter', 'body'] },
    { properties: ['dueOn', 'id'] },
    { properties: ['divisionCode', 'endedOn', 'dueOn', 'id'] },
    { properties: ['schoolCode', 'endedOn', 'dueOn', 'id'] },
  ],
});

export type DiscrepancyTask = InferEntity<typeof DiscrepancyTaskEntity>;
