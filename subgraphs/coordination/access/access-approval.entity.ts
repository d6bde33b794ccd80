import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { childInReach, reachPolicy } from '../../_kit/student/reach-policies.js';

/**
 * Who may read what for which purpose, on whose word, until when (未成年人网络保护条例 第三十六条). Every agency gets
 * those in force; a row is never deleted, it is revoked.
 */
export const AccessApprovalEntity = defineEntity({
  name: 'AccessApprovalEntity',
  tableName: 'access_approval',
  ...reachPolicy(`access_approval.student_id is null or ${childInReach('access_approval')}`),
  properties: {
    id: p.text().primary(),
    level: p.text(),
    actorKind: p.text(),
    actor: p.text(),
    purpose: p.text(),
    dataClasses: p.array(),
    /** Canonical id of the child; of a CASE approval alone. */
    studentId: p.text().nullable().index(),
    validFrom: p.datetime(),
    expiresAt: p.datetime(),
    approvedBy: p.text(),
    approverRole: p.text(),
    approvedOn: p.date(),
    /** Why, without anybody's name. */
    basis: p.text(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.text().nullable(),
    revocationReason: p.text().nullable(),
  },
  indexes: [{ properties: ['approvedOn', 'id'] }, { properties: ['expiresAt'] }],
});

export type AccessApproval = InferEntity<typeof AccessApprovalEntity>;
