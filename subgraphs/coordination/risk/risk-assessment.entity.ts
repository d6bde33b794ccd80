import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { MissingSource } from './missing-sources.js';

/** That a child was assessed, and which sources were missing; the factors are rows of their own. */
export const RiskAssessmentEntity = defineEntity({
  name: 'RiskAssessmentEntity',
  tableName: 'risk_assessment',
  properties: {
    studentId: p.text().primary(),
    missingSources: p.json().$type<readonly MissingSource[]>(),
  },
});

export type RiskAssessment = InferEntity<typeof RiskAssessmentEntity>;
