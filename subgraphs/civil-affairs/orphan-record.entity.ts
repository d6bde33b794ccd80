import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

export const OrphanRecordEntity = defineEntity({
  name: 'OrphanRecordEntity',
  tableName: 'orphan',
  properties: { ...datedRecord, ground: p.text(), care: p.text(), monthlyAmountYuan: p.double() },
});

export type OrphanRecord = InferEntity<typeof OrphanRecordEntity>;
