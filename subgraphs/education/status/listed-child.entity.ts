import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/**
 * A child without a student status whom another list names: a roll-call, a deferral, the national system's answer.
 * Without these rows education could not say who such a child is when registers are compared.
 */
export const ListedChildEntity = defineEntity({
  name: 'ListedChildEntity',
  tableName: 'listed_child',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    residenceDivisionCode: p.text(),
  },
});

export type ListedChild = InferEntity<typeof ListedChildEntity>;
