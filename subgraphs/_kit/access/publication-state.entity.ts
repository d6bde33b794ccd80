import { defineEntity, p } from '@mikro-orm/postgresql';

/** What coordination publishes: whole sets, and scopes of one origin, of which it tells what has changed. */
export type PublicationTopic = 'APPROVALS' | 'GRANT' | 'REVOCATIONS' | `SCOPES ${string}`;

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
