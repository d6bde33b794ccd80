import { defineEntity, p } from '@mikro-orm/postgresql';

/** The version of each set that coordination publishes to the agencies, raised in the transaction of each change. */
export const PublicationEntity = defineEntity({
  name: 'PublicationEntity',
  tableName: 'publication',
  properties: {
    topic: p.text().primary(),
    version: p.bigint('number'),
  },
});
