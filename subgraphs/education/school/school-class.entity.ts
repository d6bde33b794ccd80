import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

export const SchoolClassEntity = defineEntity({
  name: 'SchoolClassEntity',
  tableName: 'school_class',
  properties: {
    code: p.text().primary(),
    schoolCode: p.text().index(),
    grade: p.integer(),
    number: p.integer(),
    name: p.text(),
    classTeacherName: p.text(),
    capacity: p.integer(),
  },
});

export type SchoolClass = InferEntity<typeof SchoolClassEntity>;
