import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

export const ChildInDifficultyEntity = defineEntity({
  name: 'ChildInDifficultyEntity',
  tableName: 'child_in_difficulty',
  properties: { ...datedRecord, category: p.text() },
});

export type ChildInDifficulty = InferEntity<typeof ChildInDifficultyEntity>;
