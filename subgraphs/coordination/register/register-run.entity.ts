import { defineEntity, p } from '@mikro-orm/postgresql';

/** A run that made or renewed entries of the school-age register. */
export const RegisterRunEntity = defineEntity({
  name: 'RegisterRunEntity',
  tableName: 'register_run',
  properties: {
    runId: p.text().primary(),
    kind: p.text(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    /** Digests of the policy files in force, the deciding one first, divided by spaces. */
    policyVersion: p.text(),
    counts: p.json().$type<Readonly<Record<string, number>>>(),
  },
});
