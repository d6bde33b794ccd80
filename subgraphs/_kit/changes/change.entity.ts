import { defineEntity, p } from '@mikro-orm/postgresql';

export const CHANGE_KINDS = ['ADDED', 'CHANGED', 'REMOVED'] as const;
/** Of what a register says of one id: it began to say something, says something else, says nothing any more. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Outbox of an agency's registers: that something changed about whom, never what. */
export const ChangeEntity = defineEntity({
  name: 'ChangeEntity',
  tableName: 'change',
  properties: {
    /** Of the feed: one for each transaction, in the order in which they were committed. */
    version: p.bigint('number').primary(),
    /** From 1 within the version. */
    seq: p.integer().primary(),
    register: p.text(),
    /** Of the register, which the change made. */
    registerVersion: p.integer(),
    studentId: p.text(),
    kind: p.text(),
    at: p.datetime().index(),
  },
});

/** The one row that whoever adds to the feed holds until the end of its transaction. */
export const ChangeFeedEntity = defineEntity({
  name: 'ChangeFeedEntity',
  tableName: 'change_feed',
  properties: {
    feed: p.text().primary(),
    version: p.bigint('number'),
    /** Up to here the feed has been cleared: nobody may go on from before it. */
    clearedVersion: p.bigint('number'),
  },
});
