import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { MATTER } from '../dispositions/matter.js';
import type { DiscrepancyEvidence, DiscrepancyKind } from './discrepancy.js';

export const DISCREPANCY_STATES = ['OPEN', 'AWAITING_REPAIR', 'CLOSED_OUT', 'GONE'] as const;

/**
 * Something on which the registers disagree about a child (疑点), from the run that found it first to the last one. It
 * is carried from run to run under its key, so nothing is reported twice; one that a run no longer finds is GONE. One
 * that is found still and on which somebody decided stays as decided while the decision holds.
 */
export const DiscrepancyEntity = defineEntity({
  name: 'DiscrepancyEntity',
  tableName: 'discrepancy',
  properties: {
    key: p.text().primary(),
    studentId: p.text().index(),
    /** What is decided and visited at once: the whereabouts of a child, or this difference by itself. */
    matter: p.text().generated(`(${MATTER}) stored`).index(),
    kind: p.text().$type<DiscrepancyKind>(),
    evidence: p.json().$type<readonly DiscrepancyEvidence[]>(),
    proposedDisposition: p.text().nullable(),
    /** Until then the slower register may explain it. */
    heldUntil: p.date().nullable(),
    townshipCode: p.text().nullable(),
    schoolCode: p.text().nullable(),
    state: p.text().$type<(typeof DISCREPANCY_STATES)[number]>(),
    /** Goes up with every decision and every change of state, so that nobody decides on what has changed since. */
    version: p.integer().default(1),
    /** The decision that holds. */
    dispositionId: p.bigint().nullable(),
    /** Day on which it was closed out or found no more; null while it stands. */
    closedOn: p.date().nullable(),
    /** Day on which it stood open again, after a decision that holds no more or a repair that did not last. */
    reopenedOn: p.date().nullable(),
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
