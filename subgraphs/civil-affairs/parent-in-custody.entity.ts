import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

export const ParentInCustodyEntity = defineEntity({
  name: 'ParentInCustodyEntity',
  tableName: 'parent_in_custody',
  properties: { ...datedRecord, parent: p.text() },
});

export type ParentInCustody = InferEntity<typeof ParentInCustodyEntity>;
