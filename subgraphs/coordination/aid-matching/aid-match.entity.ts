import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';
import type { MissingSource } from '../risk/missing-sources.js';
import type { AidCondition, AidVerdict } from './aid-match.enums.js';
import type { EligibleFact } from './eligible-facts.js';
import type { MatchedAward } from './matched-award.js';

/** What a run found of one child and one programme of aid; a programme that no policy reaches the child by has no row. */
export const AidMatchEntity = defineEntity({
  name: 'AidMatchEntity',
  tableName: 'aid_match',
  properties: {
    ...studentRecord,
    programme: p.text(),
    title: p.text().nullable(),
    titleEn: p.text().nullable(),
    policyClause: p.text().nullable(),
    academicYear: p.integer(),
    verdict: p.text().$type<AidVerdict>(),
    conditionsNotMet: p.array().$type<readonly AidCondition[]>(),
    conditionsUnknown: p.array().$type<readonly AidCondition[]>(),
    facts: p.json().$type<readonly EligibleFact[]>(),
    missingSources: p.json().$type<readonly MissingSource[]>(),
    stage: p.text().nullable(),
    attendance: p.text().nullable(),
    amountDueYuan: p.double().nullable(),
    amountAwardedYuan: p.double().nullable(),
    awards: p.json().$type<readonly MatchedAward[]>(),
    isAidedFirst: p.boolean().nullable(),
    isBoardedFirst: p.boolean().nullable(),
  },
  indexes: [
    { properties: ['verdict', 'programme', 'studentId'] },
    { properties: ['programme', 'studentId'] },
  ],
});

export type AidMatch = InferEntity<typeof AidMatchEntity>;
