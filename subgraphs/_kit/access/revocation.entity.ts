import { defineEntity, p } from '@mikro-orm/postgresql';

/** Whose tokens are no longer good, as coordination last published it to this agency; it is about nobody's child. */
export const RevocationEntity = defineEntity({
  name: 'RevocationEntity',
  tableName: 'revocation',
  properties: {
    kind: p.text().primary(),
    holder: p.text().primary(),
    revokedUntil: p.datetime(),
  },
});
