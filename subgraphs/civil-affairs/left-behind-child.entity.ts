import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

/** By the definition of civil affairs (国发〔2016〕13号); schools count otherwise, and the two are never merged. */
export const LeftBehindChildEntity = defineEntity({
  name: 'LeftBehindChildEntity',
  tableName: 'left_behind_child',
  properties: { ...datedRecord, ground: p.text(), carer: p.text(), lastVisitedOn: p.date() },
  indexes: [{ properties: ['lastVisitedOn', 'id'] }],
});

export type LeftBehindChild = InferEntity<typeof LeftBehindChildEntity>;
