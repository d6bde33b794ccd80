import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Paper that field workers brought back; the file itself stays with its issuer. */
export interface ScreeningEvidence {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  /** Hexadecimal; of the file that its issuer keeps; absent for paper that nobody scanned. */
  readonly sha256?: string;
}

/** Door-to-door screening of a child (摸排). */
export const ScreeningVisitEntity = defineEntity({
  name: 'ScreeningVisitEntity',
  tableName: 'screening_visit',
  properties: {
    ...studentRecord,
    visitedOn: p.date(),
    visitorPost: p.text(),
    /** Null when the visit brought no answer. */
    proposedDisposition: p.text().nullable(),
    /** Where the child was found to live; null if not found. */
    residenceDivisionCode: p.text().nullable(),
    evidence: p.json().$type<readonly ScreeningEvidence[]>(),
  },
  indexes: [{ properties: ['visitedOn', 'id'] }],
});

export type ScreeningVisit = InferEntity<typeof ScreeningVisitEntity>;
