import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Where a row of a register came from: one for each row that an import has stored. */
export const ImportedRowEntity = defineEntity({
  name: 'ImportedRowEntity',
  tableName: 'imported_row',
  properties: {
    list: p.text().primary(),
    sourceKey: p.text().primary(),
    /** Null for a row about no child. */
    studentId: p.text().nullable().index(),
    /** Id of the number that the row bears, under which it stands unless it is kept apart; null without a valid one. */
    numberId: p.text().nullable().index(),
    /** As far as recorded; two rows on one number that differ in one of these three speak of two persons. */
    nameKey: p.text().nullable(),
    sex: p.text().nullable(),
    birthDate: p.date().nullable(),
    /** Keyed digest of all values: a row that comes again unchanged is left alone. */
    rowDigest: p.text(),
    /** Where the row says that the child belongs: `[{kind, code}]`. */
    scopes: p.json<readonly { readonly kind: string; readonly code: string }[]>(),
    importId: p.uuid().index(),
    line: p.integer(),
    /** The stored row, where its own columns do not hold the key. */
    rowId: p.bigint().nullable(),
  },
  indexes: [{ properties: ['list', 'rowId'] }],
});

export type ImportedRow = InferEntity<typeof ImportedRowEntity>;
