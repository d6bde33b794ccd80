import { defineEntity, p } from '@mikro-orm/postgresql';
import { serviceOnly } from '../../../_kit/student/reach-policies.js';

/** How far the latest run has taken in what an agency's change feed tells. */
export const FollowedFeedEntity = defineEntity({
  name: 'FollowedFeedEntity',
  tableName: 'followed_feed',
  ...serviceOnly,
  properties: {
    agency: p.text().primary(),
    version: p.bigint('number'),
    seq: p.integer(),
  },
});
