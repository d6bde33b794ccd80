import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

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
  properties: {
    id: p.bigint().primary().autoincrement(),
    studentId: p.text(),
    canonicalId: p.text(),
    kind: p.text(),
    code: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    origin: p.text(),
  },
  indexes: [
    { properties: ['studentId', 'kind'] },
    { properties: ['canonicalId'] },
    { properties: ['kind', 'code', 'studentId'] },
  ],
});

export type StudentScope = InferEntity<typeof StudentScopeEntity>;
