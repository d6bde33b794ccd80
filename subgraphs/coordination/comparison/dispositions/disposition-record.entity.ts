import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../../_kit/student/student-record.js';
import type { DispositionCode } from './dispositions.js';

/** Paper that a decision rests on; the file itself stays with its issuer. */
export interface DispositionEvidence {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  /** Hexadecimal; null for a visit, which is on record here. */
  readonly sha256: string | null;
}

/** REPAIRED, GONE: a run did not find the difference any more. */
export const RECORD_ENDS = ['SUPERSEDED', 'LAPSED', 'REPAIRED', 'GONE'] as const;

/**
 * How a difference ended by the word of a person (核查结论). Never changed: a later decision supersedes it. Custody is
 * decided by police in their own files and never stands here.
 */
export const DispositionRecordEntity = defineEntity({
  name: 'DispositionRecordEntity',
  tableName: 'disposition_record',
  properties: {
    ...studentRecord,
    /** What it answers: see `MATTER`. */
    matter: p.text(),
    /** The difference on which it was decided. */
    discrepancyKey: p.text(),
    code: p.text().$type<DispositionCode>(),
    evidence: p.json().$type<readonly DispositionEvidence[]>(),
    /** Agency that the rules name for the code, whose officer decided. */
    verifierAgency: p.text(),
    verifierRole: p.text(),
    verifiedBy: p.text(),
    decidedOn: p.date(),
    /** Last day of the approval that it rests on. */
    approvedUntil: p.date().nullable(),
    /** Last day on which it holds; null: until the registers change. */
    validUntil: p.date().nullable(),
    /** Where the child was found to live. */
    residenceDivisionCode: p.text().nullable(),
    /** Of what was checked without result: 1, or 2 when the county has checked it again. */
    checkNumber: p.integer(),
    /** The case that it opened, joined or ended. */
    caseNumber: p.text().nullable().index(),
    /**
     * Day of the run since which the county's own registers agree, and the decision only answers the national platform,
     * whose suspicion stands in every run; null before.
     */
    narrowedOn: p.date().nullable(),
    /** Null while it holds. */
    endedOn: p.date().nullable(),
    endReason: p.text().$type<(typeof RECORD_ENDS)[number]>().nullable(),
    supersededBy: p.bigint().nullable(),
  },
  indexes: [{ properties: ['matter', 'id'] }, { properties: ['endedOn', 'code'] }],
});

export type DispositionRecord = InferEntity<typeof DispositionRecordEntity>;
