import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Dropout case (辍学个案), opened when a child is found out of school or about to be. */
export const DropoutCaseEntity = defineEntity({
  name: 'DropoutCaseEntity',
  tableName: 'dropout_case',
  properties: {
    ...studentRecord,
    caseNumber: p.text().unique(),
    /** This and what is marked as derived below is written by `settleCases` alone. */
    state: p.text(),
    reason: p.text(),
    openedOn: p.date(),
    /** Derived. */
    closedOn: p.date().nullable(),
    /** 12 digits: the township in which the child lives, to which the case belongs. */
    townshipCode: p.text(),
    /** Last school; null for a child who never went. */
    schoolCode: p.text().nullable(),
    basis: p.text(),
    /** Written report to township and bureau; null while not due, and when it was omitted, which is a violation. */
    reportedOn: p.date().nullable(),
    /** Posts of those who work on the case together (工作专班), never persons. */
    taskTeam: p.array().nullable(),
    /** Derived, as all that follows but the last one. */
    returnedOn: p.date().nullable(),
    returnSchoolCode: p.text().nullable(),
    stateSince: p.date().nullable(),
    episode: p.integer().default(1),
    /** First day of the episode: the opening, or the day on which the child was lost again. */
    episodeFrom: p.date().nullable(),
    firstAttendedOn: p.date().nullable(),
    attendanceKnownUpTo: p.date().nullable(),
    verifiedOn: p.date().nullable(),
    confirmedOn: p.date().nullable(),
    closedBy: p.text().nullable(),
    nextStep: p.text().nullable(),
    nextDueOn: p.date().nullable(),
    version: p.integer().default(1),
    /** Subject of who opened it; null for what was imported and what a decision opened. */
    openedBy: p.text().nullable(),
  },
  indexes: [
    { properties: ['openedOn', 'id'] },
    { properties: ['state', 'openedOn', 'id'] },
    { properties: ['townshipCode', 'openedOn', 'id'] },
    { properties: ['nextDueOn', 'id'] },
    { properties: ['schoolCode', 'openedOn', 'id'] },
  ],
});

export type DropoutCase = InferEntity<typeof DropoutCaseEntity>;
