import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Who answers for a division, school or class (包保责任); children are reached through the place they belong to. */
export const ResponsibilityAssignmentEntity = defineEntity({
  name: 'ResponsibilityAssignmentEntity',
  tableName: 'responsibility_assignment',
  properties: {
    id: p.bigint().primary().autoincrement(),
    scheme: p.text(),
    line: p.text(),
    level: p.text(),
    targetKind: p.text(),
    /** Division code of 12 digits, school code or class code. */
    targetCode: p.text(),
    post: p.text(),
    /** Null while the post is vacant. */
    personName: p.text().nullable(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
  },
  indexes: [{ properties: ['targetKind', 'targetCode'] }],
});

export type ResponsibilityAssignment = InferEntity<typeof ResponsibilityAssignmentEntity>;
