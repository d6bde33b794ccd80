import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const ChildFileEntity = defineEntity({
  name: 'ChildFileEntity',
  tableName: 'child_file',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    childName: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residenceDivisionCode: p.text(),
  },
});

export type ChildFile = InferEntity<typeof ChildFileEntity>;
