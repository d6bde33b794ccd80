import { defineEntity, p } from '@mikro-orm/postgresql';

/** A mutation that somebody has had carried out, by the key under which it was asked for. */
export const CommandEntity = defineEntity({
  name: 'CommandEntity',
  tableName: 'command',
  properties: {
    /** Subject of the caller: keys of different callers never meet. */
    actor: p.text().primary(),
    idempotencyKey: p.text().primary(),
    /** Of the mutation's name and its whole input. */
    digest: p.text(),
    /** Ids and codes, no record of a child. Null only within the transaction that carries it out. */
    answer: p.json().$type<object>().nullable(),
    issuedAt: p.datetime().index(),
  },
});
