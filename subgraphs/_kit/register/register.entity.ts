import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/**
 * One row for each register that has ever been loaded; a register without a row was never loaded.
 *
 * `covers` names the scope kinds by which the register declares whom it knows; `division` the area.
 */
export const RegisterEntity = defineEntity({
  name: 'RegisterEntity',
  tableName: 'register',
  properties: {
    code: p.text().primary(),
    source: p.text(),
    version: p.integer(),
    asOf: p.datetime(),
    loadedAt: p.datetime(),
    covers: p.array(),
    division: p.text(),
    staleAfterDays: p.integer(),
  },
});

export type Register = InferEntity<typeof RegisterEntity>;
