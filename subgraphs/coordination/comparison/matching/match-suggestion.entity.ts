import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';
import type { MatchEvidence, MatchTier } from './match-tiers.js';

export const SUGGESTION_STATES = ['OPEN', 'ACCEPTED', 'REJECTED'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** Two sets of rows that may be one child's; they are joined only when a person says so, and that can be undone. */
export const MatchSuggestionEntity = defineEntity({
  name: 'MatchSuggestionEntity',
  tableName: 'match_suggestion',
  ...reachPolicy(childInReach('match_suggestion', 'member_id')),
  properties: {
    memberId: p.text().primary(),
    canonicalId: p.text().primary(),
    tier: p.text().$type<MatchTier>(),
    score: p.double(),
    evidence: p.array().$type<MatchEvidence[]>(),
    state: p.text().$type<SuggestionState>(),
    foundOn: p.date(),
    foundByRun: p.text(),
    decidedBy: p.text().nullable(),
    decidedOn: p.date().nullable(),
    reason: p.text().nullable(),
  },
  indexes: [{ properties: ['state', 'score', 'memberId'] }, { properties: ['canonicalId'] }],
});

export type MatchSuggestion = InferEntity<typeof MatchSuggestionEntity>;
