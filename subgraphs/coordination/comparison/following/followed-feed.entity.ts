import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';

/** How far what an agency's change feed tells is known. */
export const FollowedFeedEntity = defineEntity({
  name: 'FollowedFeedEntity',
  tableName: 'followed_feed',
  ...serviceOnly,
  properties: {
    agency: p.text().primary(),
    /** Up to here the latest run has taken it in. */
    version: p.bigint('number'),
    seq: p.integer(),
    /** Up to here children's new places are known ahead of the next run; null where no further than the latest run. */
    aheadVersion: p.bigint('number').nullable(),
    aheadSeq: p.integer().nullable(),
  },
});
