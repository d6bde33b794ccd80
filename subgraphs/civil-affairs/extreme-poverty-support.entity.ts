import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

export const ExtremePovertySupportEntity = defineEntity({
  name: 'ExtremePovertySupportEntity',
  tableName: 'extreme_poverty_support',
  properties: { ...datedRecord, mode: p.text(), monthlyAmountYuan: p.double() },
});

export type ExtremePovertySupport = InferEntity<typeof ExtremePovertySupportEntity>;
