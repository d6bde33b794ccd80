import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { scopePolicy } from './reach-policies.js';

/** Why a child is within somebody's reach: where it is registered, lives, studies, is due to study, or a grant. */
export const SCOPE_KINDS = ['REGISTERED', 'RESIDENCE', 'SCHOOL', 'CLASS', 'CATCHMENT', 'GRANT'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/**
 * Where each child belongs, in every agency's own database: keys and codes only.
 *
 * `canonicalId` groups the ids of one child; `code` is a 12-digit division code (REGISTERED, RESIDENCE),
 * a school code (SCHOOL, CATCHMENT), a class code (CLASS) or either of them (GRANT).
 */
export const StudentScopeEntity = defineEntity({
  name: 'StudentScopeEntity',
  tableName: 'student_scope',
  ...scopePolicy,
  properties: {
    studentId: p.text().primary(),
    kind: p.text().primary(),
    code: p.text().primary(),
    origin: p.text().primary(),
    canonicalId: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
  },
  indexes: [{ properties: ['canonicalId'] }, { properties: ['kind', 'code', 'studentId'] }],
});

export type StudentScope = InferEntity<typeof StudentScopeEntity>;
