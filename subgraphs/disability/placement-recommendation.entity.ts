import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const PlacementRecommendationEntity = defineEntity({
  name: 'PlacementRecommendationEntity',
  tableName: 'placement_recommendation',
  properties: {
    ...studentRecord,
    sourceKey: p.text(),
    mode: p.text(),
    recommendedOn: p.date(),
    residenceDivisionCode: p.text(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['recommendedOn', 'id'] }, { properties: ['residenceDivisionCode'] }],
});

export type PlacementRecommendation = InferEntity<typeof PlacementRecommendationEntity>;
