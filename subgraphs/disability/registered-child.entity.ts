import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/**
 * A child as the federation wrote it, also where only a parent holds a certificate. All other rows name it by
 * `sourceKey`, not by the child's id: two children can wrongly stand on one number.
 */
export const RegisteredChildEntity = defineEntity({
  name: 'RegisteredChildEntity',
  tableName: 'registered_child',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residenceDivisionCode: p.text(),
  },
});

export type RegisteredChild = InferEntity<typeof RegisteredChildEntity>;
