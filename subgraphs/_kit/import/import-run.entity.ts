import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

export const IMPORT_STATES = ['COMMITTED', 'AWAITING_CONFIRMATION'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** An import that was committed, or that waits for a second person; one that failed leaves nothing. */
export const ImportRunEntity = defineEntity({
  name: 'ImportRunEntity',
  tableName: 'import_run',
  properties: {
    id: p.uuid().primary(),
    list: p.text(),
    register: p.text(),
    state: p.text(),
    /** SHA-256 of the file, hexadecimal. */
    fileDigest: p.text(),
    /** False for rows that were added to those that stood. */
    isComplete: p.boolean().default(true),
    asOf: p.datetime(),
    /** Who started it, as given on the command line. */
    importedBy: p.text(),
    confirmedBy: p.text().nullable(),
    finishedAt: p.datetime(),
    /** Version of the register that it made; null while it waits. */
    registerVersion: p.integer().nullable(),
    rows: p.integer(),
    added: p.integer(),
    changed: p.integer(),
    removed: p.integer(),
    rejected: p.integer(),
  },
  indexes: [{ properties: ['list', 'finishedAt'] }],
});

export type ImportRun = InferEntity<typeof ImportRunEntity>;
