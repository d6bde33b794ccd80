import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { CaseworkChangeKind, CaseworkRecord } from './casework-change.enums.js';

/**
 * Outbox of casework: which record changed, never how. Written by the tables' own triggers when a transaction commits
 * (see the migration), so that no way of writing can forget it.
 */
export const CaseworkChangeEntity = defineEntity({
  name: 'CaseworkChangeEntity',
  tableName: 'casework_change',
  properties: {
    /** Of the feed: one for each transaction, in the order in which they were committed. */
    version: p.bigint('number').primary(),
    record: p.text().$type<CaseworkRecord>().primary(),
    number: p.text().primary(),
    studentId: p.text(),
    kind: p.text().$type<CaseworkChangeKind>(),
    /** Of the record, where it has one. */
    recordVersion: p.integer().nullable(),
    at: p.datetime().index(),
  },
});

export type CaseworkChange = InferEntity<typeof CaseworkChangeEntity>;

/** The one row that a transaction with changes holds while it is committed. */
export const CaseworkFeedEntity = defineEntity({
  name: 'CaseworkFeedEntity',
  tableName: 'casework_feed',
  properties: {
    feed: p.text().primary(),
    version: p.bigint('number'),
    /** Up to here the feed has been cleared: nobody may go on from before it. */
    clearedVersion: p.bigint('number'),
  },
});
