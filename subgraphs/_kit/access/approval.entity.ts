import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/**
 * What coordination has approved, as it was last published to this agency. The table holds nothing of a child but the
 * canonical id of a CASE approval's, and is asked before there is a session, so it stands outside row-level security.
 */
export const ApprovalEntity = defineEntity({
  name: 'ApprovalEntity',
  tableName: 'approval',
  properties: {
    id: p.text().primary(),
    level: p.text(),
    actorKind: p.text(),
    actor: p.text(),
    purpose: p.text(),
    dataClasses: p.array(),
    /** Not `studentId`: such a column would put the table under the policy of records about a child. */
    childId: p.text().nullable(),
    validFrom: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

export type ApprovalRow = InferEntity<typeof ApprovalEntity>;
