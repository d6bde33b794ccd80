import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** Finding on a child nobody can reach; the result stays empty until police has found it (印府办发〔2020〕19号 三（一）县公安局). */
export const MissingPersonDeterminationEntity = defineEntity({
  name: 'MissingPersonDeterminationEntity',
  tableName: 'missing_person_determination',
  properties: {
    ...studentRecord,
    name: p.text(),
    /** Where police last held the child to live. */
    residenceDivisionCode: p.text(),
    requestedOn: p.date(),
    requestedBy: p.text().nullable(),
    determinedOn: p.date().nullable(),
    result: p.text().nullable(),
    /** Subject of who entered the determination; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
  indexes: [{ properties: ['requestedOn', 'id'] }, { properties: ['residenceDivisionCode'] }],
});

export type MissingPersonDetermination = InferEntity<typeof MissingPersonDeterminationEntity>;
