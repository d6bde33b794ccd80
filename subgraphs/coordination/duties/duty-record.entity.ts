import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../_kit/student/reach-policies.js';
import type { DutyFigureName } from './duty.enums.js';

export interface DutyFigure {
  readonly name: DutyFigureName;
  readonly value: number;
}

export interface DutyReturn {
  readonly on: string;
  readonly by: string;
  readonly reason: string;
}

const TABLE = 'duty_record';

/** What a body handed in for one of its duties in one period. Whether that was in time is computed. No child is in it. */
export const DutyRecordEntity = defineEntity({
  name: 'DutyRecordEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'place_code')),
  properties: {
    /** Duty, period, body, place, and agency if any: an occurrence has one record. */
    id: p.text().primary(),
    /** Key of the duty in the policy. */
    duty: p.text(),
    kind: p.text(),
    body: p.text(),
    /** That owed it, of a body that each agency is one of. */
    agency: p.text().nullable(),
    /** Label of the period; of a duty without periods the day on which it was done. */
    period: p.text(),
    periodFrom: p.date().index(),
    placeKind: p.text(),
    placeCode: p.text(),
    /** Of a division its own code, cut by level; of a school the village of its site. */
    divisionCode: p.text(),
    firstSubmittedOn: p.date(),
    submittedOn: p.date(),
    submittedBy: p.text(),
    evidenceKind: p.text(),
    /** Number under which the document is kept; none of a person. */
    evidenceNumber: p.text(),
    evidenceIssuer: p.text(),
    evidenceDate: p.date(),
    evidenceSha256: p.text().nullable(),
    figures: p.json().$type<readonly DutyFigure[]>(),
    note: p.text().nullable(),
    /** SUBMITTED, RETURNED or SIGNED_OFF. */
    lastStep: p.text(),
    signedOffOn: p.date().nullable(),
    signedOffBy: p.text().nullable(),
    /** Every time that it was sent back, the latest last. */
    returns: p.json().$type<readonly DutyReturn[]>(),
    version: p.integer(),
  },
});

export type DutyRecord = InferEntity<typeof DutyRecordEntity>;
