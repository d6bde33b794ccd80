import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Word that a stolen token, or all tokens of an account, are no longer good. A row is never deleted, it is lifted. */
export const TokenRevocationEntity = defineEntity({
  name: 'TokenRevocationEntity',
  tableName: 'token_revocation',
  properties: {
    id: p.text().primary(),
    kind: p.text(),
    /** `jti` of a token, `sub` of an account. */
    holder: p.text(),
    revokedUntil: p.datetime().index(),
    revokedAt: p.datetime(),
    revokedOn: p.date(),
    revokedBy: p.text(),
    /** Without anybody's name. */
    reason: p.text(),
    liftedAt: p.datetime().nullable(),
    liftedBy: p.text().nullable(),
    liftReason: p.text().nullable(),
  },
  indexes: [{ properties: ['revokedOn', 'id'] }],
});

export type TokenRevocation = InferEntity<typeof TokenRevocationEntity>;
