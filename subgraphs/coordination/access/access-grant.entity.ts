import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Word that officers of another area may reach one child for a time, for example while it is being looked for there. */
export const AccessGrantEntity = defineEntity({
  name: 'AccessGrantEntity',
  tableName: 'access_grant',
  properties: {
    id: p.text().primary(),
    /** Canonical id of the child. */
    studentId: p.text().index(),
    granteeKind: p.text(),
    granteeCode: p.text(),
    reason: p.text(),
    validFrom: p.date(),
    /** The last day of it. */
    validTo: p.date().index(),
    approvedBy: p.text(),
    approverRole: p.text(),
    approvedOn: p.date(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.text().nullable(),
    revocationReason: p.text().nullable(),
  },
  indexes: [{ properties: ['approvedOn', 'id'] }],
});

export type AccessGrant = InferEntity<typeof AccessGrantEntity>;
