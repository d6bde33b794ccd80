import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { DiscrepancyEvidence, DiscrepancyKind } from './discrepancy.js';

export const DISCREPANCY_STATES = ['OPEN', 'GONE'] as const;

/**
 * Something on which the registers disagree about a child (疑点), from the run that found it first to the last one. It
 * is carried from run to run under its key, so nothing is reported twice; one that a run no longer finds is GONE.
 */
export const DiscrepancyEntity = defineEntity({
  name: 'DiscrepancyEntity',
  tableName: 'discrepancy',
  properties: {
    key: p.text().primary(),
    studentId: p.text().index(),
    kind: p.text().$type<DiscrepancyKind>(),
    evidence: p.json().$type<readonly DiscrepancyEvidence[]>(),
    proposedDisposition: p.text().nullable(),
    /** Until then the slower register may explain it. */
    heldUntil: p.date().nullable(),
    townshipCode: p.text().nullable(),
    schoolCode: p.text().nullable(),
    state: p.text().$type<(typeof DISCREPANCY_STATES)[number]>(),
    firstSeenOn: p.date(),
    firstSeenRun: p.text(),
    lastSeenOn: p.date(),
    lastSeenRun: p.text(),
  },
  indexes: [
    { properties: ['state', 'firstSeenOn', 'key'] },
    { properties: ['townshipCode'] },
    { properties: ['schoolCode'] },
  ],
});

export type StoredDiscrepancy = InferEntity<typeof DiscrepancyEntity>;
