import { defineEntity, p } from '@mikro-orm/postgresql';

/** The topics that coordination publishes as whole sets. */
export type PublicationTopic = 'APPROVALS' | 'GRANT' | 'REVOCATIONS';

/** Which version of a published set this agency holds, and when coordination was last heard from about it. */
export const PublicationStateEntity = defineEntity({
  name: 'PublicationStateEntity',
  tableName: 'publication_state',
  properties: {
    topic: p.text().primary(),
    version: p.bigint('number'),
    heardAt: p.datetime(),
  },
});
