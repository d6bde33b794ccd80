import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Visit to bring a child back to school (劝返). */
export const PersuasionVisitEntity = defineEntity({
  name: 'PersuasionVisitEntity',
  tableName: 'persuasion_visit',
  properties: {
    ...studentRecord,
    caseNumber: p.text().index(),
    visitedOn: p.date(),
    /** Posts, never persons. */
    participants: p.array(),
    place: p.text(),
    result: p.text(),
    /** Day by which the family promised the child's return. */
    committedTo: p.date().nullable(),
    nextVisitOn: p.date().nullable(),
    /** Relations to the child, never persons; null where nobody noted it. */
    met: p.array().nullable(),
    /** Subject of who recorded it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type PersuasionVisit = InferEntity<typeof PersuasionVisitEntity>;
